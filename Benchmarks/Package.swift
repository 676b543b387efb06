// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that the engine's manifest carries nothing that only measures it, and
// the engine is measured as a user of its library meets it: through what is public.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "ogpstats", path: "..")],
  targets: [
    .executableTarget(
      name: "Worker", dependencies: [.product(name: "OGPStats", package: "ogpstats")])
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
