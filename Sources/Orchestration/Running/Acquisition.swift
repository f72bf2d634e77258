import Files
import Glibc
import Records
import Staging
import SystemPackage

/// Brings pages from the network before a run plans: the discovery of `fetch`, then its retrieval.
struct Acquisition {
    let configuration: RunConfiguration
    let state: StateFolder
    let signals: Signals
    /// What the steps have as standard input, which ends when the runner does.
    let lifeline: Int32

    static let steps = ["discover", "retrieve"]

    /// Runs both steps; their log is ours.
    ///
    /// - Throws: `StageFailure` with the status of the step that failed.
    func run() throws {
        for step in Self.steps { try run(step) }
    }

    private func run(_ step: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, lifeline, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        var arguments = [step, "--supervised", "--state", state.crawl.string]
        if let file = configuration.file { arguments += ["--config", file.string] }
        let process = try spawn(Siblings.program("fetch"), arguments, actions: &actions)
        var status: Int32 = -1
        do {
            while waitpid(process, &status, WNOHANG) == 0 { try signals.wait(milliseconds: 100) }
        } catch {
            // It ends with what is under way committed.
            kill(process, SIGTERM)
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            throw error
        }
        guard status != 0 else { return }
        let code = status & 0x7f == 0 ? ExitStatus(rawValue: status >> 8 & 0xff) : nil
        throw StageFailure(code ?? .defect, "fetch \(step) failed; see its log above")
    }

    /// What became of each source, as `fetch` reports it.
    static func report(in state: StateFolder) -> [RawObject] {
        guard let bytes = try? state.crawl.appending("report.json").readBytes(limit: 64 << 20),
            let sources: [RawObject] = try? Row(bytes).value("sources")
        else { return [] }
        return sources
    }
}
