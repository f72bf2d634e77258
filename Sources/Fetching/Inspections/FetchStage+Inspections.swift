public import ArgumentParser

extension FetchStage {
    public static var inspections: [any ParsableCommand.Type] {
        [
            InspectRobots.self, InspectFeed.self, InspectSitemap.self, InspectWARC.self, InspectDecode.self,
            InspectURL.self, InspectDate.self,
        ]
    }
}
