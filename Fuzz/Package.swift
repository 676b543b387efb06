// swift-tools-version: 6.2

import PackageDescription

// The loader's own sources, by symbolic links, so that they are built with the fuzzer's counters in
// them, and nothing else is.
let package = Package(
  name: "fuzz",
  targets: [
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "Storage", dependencies: ["CLinux", "CSQLite"]),
    .target(name: "Warehouse", dependencies: ["Storage"]),
    .target(name: "Checks", dependencies: ["Warehouse"]),
    .executableTarget(name: "FuzzCSV", dependencies: ["Checks", "Warehouse"]),
    .executableTarget(name: "FuzzDataset", dependencies: ["Checks", "Warehouse"]),
    .executableTarget(name: "FuzzValues", dependencies: ["Checks", "Warehouse"]),
    .executableTarget(name: "FuzzJSON", dependencies: ["Warehouse"]),
    .executableTarget(name: "FuzzSQLite", dependencies: ["Checks", "Warehouse"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where ["Storage", "Warehouse"].contains(target.name) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableExperimentalFeature("Lifetimes"),
  ]
}
