// swift-tools-version: 6.2

import PackageDescription

// Bottom to top. A target may import only what stands above it in this list.
let package = Package(
  name: "ogpstats",
  products: [
    .executable(name: "ogpstats", targets: ["ogpstats"]),
    .library(
      name: "OGPStats",
      targets: ["Warehouse", "Statistics", "Membership", "Metrics", "Simulation", "Reports"]),
  ],
  targets: [
    // MARK: - Leaves: the system libraries, the only unsafe code, and pure numbers
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "Storage", dependencies: ["CLinux", "CSQLite"]),
    .target(name: "Statistics"),

    // MARK: - The engine
    .target(name: "Warehouse", dependencies: ["Storage"]),
    .target(name: "Membership", dependencies: ["Warehouse"]),
    .target(name: "Metrics", dependencies: ["Membership", "Statistics", "Warehouse"]),
    .target(
      name: "Simulation",
      dependencies: ["Membership", "Metrics", "Statistics", "Storage", "Warehouse"]),

    // MARK: - What people see
    .target(
      name: "Reports",
      dependencies: ["Membership", "Metrics", "Simulation", "Statistics", "Storage", "Warehouse"]),
    .executableTarget(
      name: "ogpstats",
      dependencies: [
        "Membership", "Metrics", "Reports", "Simulation", "Statistics", "Storage", "Warehouse",
      ], plugins: ["StampCommit"]),
    .plugin(name: "StampCommit", capability: .buildTool()),

    // MARK: - Tests
    .executableTarget(name: "FaultWriter", dependencies: ["Storage"], path: "Tests/Faults/Writer"),
    .target(
      name: "TestSupport", dependencies: ["Membership", "Warehouse"], path: "Tests/TestSupport"),
    .testTarget(name: "StorageTests", dependencies: ["Storage", "TestSupport"]),
    .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"]),
    .testTarget(
      name: "WarehouseTests", dependencies: ["Storage", "TestSupport", "Warehouse"],
      exclude: ["Cases"]),
    .testTarget(
      name: "MembershipTests", dependencies: ["Membership", "TestSupport", "Warehouse"]),
    .testTarget(
      name: "MetricsTests",
      dependencies: ["Membership", "Metrics", "Statistics", "TestSupport", "Warehouse"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Membership", "Metrics", "Simulation", "Statistics", "TestSupport", "Warehouse",
      ]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Membership", "Metrics", "Reports", "Simulation", "Storage", "TestSupport", "Warehouse",
      ]),
    .testTarget(
      name: "ogpstatsTests",
      dependencies: ["ogpstats", "Metrics", "Membership", "Storage", "TestSupport", "Warehouse"]),
    .testTarget(name: "HouseTests", dependencies: ["Membership", "TestSupport", "Warehouse"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
  if target.name == "Storage" {
    target.swiftSettings?.append(.enableExperimentalFeature("Lifetimes"))
  }
}
