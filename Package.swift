// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target of this package.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

func library(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// Tests of a room. `data` names the folder of its cases, which tests find beside their own source.
func tests(_ subject: String, _ dependencies: [Target.Dependency] = [], data: [String] = []) -> Target {
    .testTarget(
        name: subject + "Tests", dependencies: [.target(name: subject), "TestSupport"] + dependencies,
        exclude: data, swiftSettings: settings)
}

let package = Package(
    name: "pipeline",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        // System libraries. Each has one importer.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

        // Matrix kernels, compiled for several instruction sets of one processor. One importer.
        .target(name: "CSpaCyKernels"),

        // The weights of Extraction's models of attributions, as one array. One importer.
        .target(name: "CQuoteWeights", exclude: ["attributions.weights", "README.md"]),

        // What passes from stage to stage.
        library("Records", []),

        // Leaves that stages share.
        library("Digest", ["CCrypto"]),
        library("Files", ["CLinux", "Digest", system]),
        library("Markup", ["CLibXML2"]),
        library("Web", []),
        library("Hypertext", ["Digest"]),
        library("Outlets", ["Language"]),
        library("Archive", ["CZlib", "CZstd", "CBrotli", "CDeflate", "Files", "Digest", system]),
        library("Language", []),
        library("SpaCy", ["CSpaCyKernels", system]),

        // What every stage promises: shards, manifests, quarantine.
        library("Staging", ["Records", "Files", "Digest", "Archive", "Web", argumentParser, logging, system]),

        // The stages, in the order of the data. None imports another.
        library(
            "Fetching",
            [
                "CCurl", "Staging", "Files", "Archive", "Records", "Markup", "Web", "Digest", grdb, argumentParser,
                logging, system,
            ]),
        library(
            "Normalization",
            [
                "Language", "Staging", "Files", "Archive", "Records", "Markup", "Web", "Outlets", "Digest",
                argumentParser, system,
            ]),
        library(
            "Extraction",
            [
                "CQuoteWeights", "Staging", "Files", "Digest", "Records", "Language", "SpaCy", "Outlets",
                argumentParser, system,
            ]),
        library("Deduplication", ["Staging", "Files", "Records", "Digest", "Language", "Web", argumentParser, system]),
        library(
            "Publication",
            ["Staging", "Files", "Archive", "Records", "Web", "Digest", "Hypertext", argumentParser, system]),
        library(
            "Orchestration",
            ["Staging", "Files", "Records", "Digest", "Web", "Review", argumentParser, logging, system]),

        // What people do with the output: look at it, judge a sample of it, compare two.
        library("Review", ["Staging", "Files", "Records", "Digest", "Hypertext", system]),

        // Thin programs: arguments in, library called.
        program("pipeline", ["Orchestration", argumentParser]),
        program("pipeline-fetch", ["Fetching", "Staging", argumentParser]),
        program("pipeline-normalize", ["Normalization", "Staging", argumentParser]),
        program("pipeline-extract", ["Extraction", "Staging", argumentParser]),
        program("pipeline-deduplicate", ["Deduplication", "Staging", argumentParser]),
        program("pipeline-write", ["Publication", "Staging", argumentParser]),
        program(
            "pipeline-train",
            ["Extraction", "Normalization", "Markup", "Records", "Web", "Files", argumentParser, system]),

        .executableTarget(
            name: "benchmark", dependencies: ["Staging", "Files", "Records", "CLibXML2", argumentParser, system],
            path: "Benchmarks/benchmark", swiftSettings: settings),
        .executableTarget(
            name: "benchmark-spacy", dependencies: ["SpaCy", "CSpaCyKernels", "Files", argumentParser, system],
            path: "Benchmarks/spacy", exclude: ["openblas.py", "compare.py"], swiftSettings: settings),

        .executableTarget(
            name: "benchmark-deduplication",
            dependencies: ["Deduplication", "Files", "Records", argumentParser, system],
            path: "Benchmarks/deduplication", swiftSettings: settings),

        // What tests of several rooms share: temporary folders, public sets, seeded randomness.
        .target(
            name: "TestSupport", dependencies: ["Files", system], path: "Tests/TestSupport", swiftSettings: settings),

        // A stage that crashes, hangs and eats memory on demand, for the tests of the runner.
        .executableTarget(
            name: "pipeline-misbehave", dependencies: ["Staging", "Records", argumentParser],
            path: "Tests/pipeline-misbehave", swiftSettings: settings),

        // Made-up outlets on 127.0.0.1, to be crawled.
        .executableTarget(
            name: "page-server", dependencies: [argumentParser], path: "Tests/page-server", swiftSettings: settings),

        tests("Records"),
        tests("Digest"),
        tests("Files", [system]),
        tests("Markup"),
        tests("Web"),
        tests("Hypertext"),
        tests("Outlets", ["Language"]),
        tests("Archive"),
        tests("Language"),
        tests("SpaCy", ["CSpaCyKernels", "Files", system], data: ["Fixtures"]),
        tests("Staging", ["Records", "Files", system]),
        tests("Fetching", ["Files", system, "Records"]),
        tests("Normalization", ["Files", system, "Records", "Archive", "Staging"], data: ["Pages"]),
        tests("Extraction", ["Files", system, "Records", "Staging", "Outlets"], data: ["Cases", "Republished"]),
        tests("Deduplication", ["Files", system, "Records", "Staging"]),
        tests("Publication", ["Digest", "Files", system, "Records", "Staging", "Archive"], data: ["Shapes"]),
        tests("Review", ["Files", system, "Records", "Staging"]),
        tests("Orchestration", ["Files", system, "Records", "Staging"], data: ["Golden"]),
    ]
)

// libFuzzer brings the `main` of these, so that they are built by `make fuzz` alone.
if Context.environment["PIPELINE_FUZZ"] != nil {
    let subjects = [
        ("page", ["Normalization", "Records", "Web"]), ("row", ["Records"]), ("warc", ["Archive"]),
        ("feed", ["Fetching"]), ("sitemap", ["Fetching"]), ("robots", ["Fetching"]),
    ]
    package.targets += subjects.map { subject, rooms in
        .executableTarget(
            name: "fuzz-" + subject, dependencies: rooms.map { .target(name: $0) }, path: "Tests/Fuzz/" + subject,
            exclude: ["words.dict"], swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
    }
}
