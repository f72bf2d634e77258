import CCurl
import Staging
import SystemPackage

/// Requests at once, on one thread: libcurl's multi interface.
final class TransferPool {
    private let multi: UnsafeMutableRawPointer
    private let limits: HTTPLimits
    private let addresses: AddressRules
    private let memory = MemoryGate()
    private let folder: FilePath
    private var idle: [Transfer] = []
    /// By the handle that libcurl names.
    private var running: [UnsafeMutableRawPointer: (transfer: Transfer, tag: Int)] = [:]

    /// A request that ended.
    struct Completion {
        /// What ``begin(_:tag:)`` was given.
        var tag: Int
        var result: Result<HTTPResponse, FetchFault>
    }

    /// - Parameter folder: for bodies that go to files.
    init(limits: HTTPLimits, addresses: AddressRules, connections: Int, folder: FilePath) {
        // Null only when memory is exhausted.
        guard let multi = curl_multi_init() else { preconditionFailure("libcurl cannot start") }
        self.multi = multi
        self.limits = limits
        self.addresses = addresses
        self.folder = folder
        ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connections)
    }

    deinit {
        for handle in running.keys { curl_multi_remove_handle(multi, handle) }
        running = [:]
        idle = []
        curl_multi_cleanup(multi)
    }

    var count: Int { running.count }

    func begin(_ request: HTTPRequest, tag: Int) throws {
        let transfer = idle.popLast() ?? Transfer(limits: limits, addresses: addresses, memory: memory, folder: folder)
        try transfer.begin(request)
        running[transfer.handle] = (transfer, tag)
        guard curl_multi_add_handle(multi, transfer.handle) == CURLM_OK else {
            throw StageFailure(.defect, "libcurl refuses a request")
        }
    }

    /// Waits until something happens, at most so long, and returns the requests that ended.
    func wait(milliseconds: Int32) throws -> [Completion] {
        var active: Int32 = 0
        var events: Int32 = 0
        guard curl_multi_poll(multi, nil, 0, milliseconds, &events) == CURLM_OK,
            curl_multi_perform(multi, &active) == CURLM_OK
        else { throw StageFailure(.defect, "libcurl cannot go on") }
        var completions: [Completion] = []
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
                let (transfer, tag) = running[handle]
            else { continue }
            let code = ccurl_message_result(message)
            curl_multi_remove_handle(multi, handle)
            running[handle] = nil
            completions.append(Completion(tag: tag, result: transfer.finish(code)))
            idle.append(transfer)
        }
        if !completions.isEmpty {
            for (transfer, _) in running.values where transfer.isPaused { transfer.resume() }
        }
        return completions
    }
}
