import Archive
import CCurl
import Glibc
import Web
import SystemPackage

/// One request under way: owns a libcurl handle, which serves one request after another.
final class Transfer {
    let handle: UnsafeMutableRawPointer
    private let limits: HTTPLimits
    private let addresses: AddressRules
    private let memory: MemoryGate
    /// For bodies that go to files.
    private let folder: FilePath

    private var request: HTTPRequest?
    private var headerList: UnsafeMutablePointer<curl_slist>?
    /// What `headerList` was made of.
    private var headerValues: [String] = []
    private var head: [UInt8] = []
    private var headerBytes = 0
    private var response: (status: Int, fields: HeaderFields)?
    private var body: [UInt8] = []
    private var file: SpoolFile?
    private var bodyBytes = 0
    private var fault: FetchFault?
    /// All that was wanted is there; libcurl is told to stop.
    private var isSatisfied = false
    private var wasRefused = false
    private var holdsMemory = false
    private(set) var isPaused = false

    init(limits: HTTPLimits, addresses: AddressRules, memory: MemoryGate, folder: FilePath) {
        _ = Self.library
        // Null only when memory is exhausted.
        guard let handle = curl_easy_init() else { preconditionFailure("libcurl cannot start") }
        self.handle = handle
        self.limits = limits
        self.addresses = addresses
        self.memory = memory
        self.folder = folder
        configure()
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headerList)
    }

    private static let library: Bool = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    private func configure() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_pointer(handle, CURLOPT_PRIVATE, context)
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        ccurl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context)
        ccurl_set_data_function(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            Transfer.at(context)?.tookHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
        }
        ccurl_set_data_function(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            Transfer.at(context)?.tookBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
        }
        ccurl_set_socket_function(handle) { context, _, peer in
            Transfer.at(context)?.opened(peer) ?? CURL_SOCKET_BAD
        }
        ccurl_set_string(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        // The address to be judged is the server's, so no proxy of the environment may stand between.
        ccurl_set_string(handle, CURLOPT_PROXY, "")
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        ccurl_set_long(handle, CURLOPT_PATH_AS_IS, 1)
        ccurl_set_long(handle, CURLOPT_HTTP09_ALLOWED, 0)
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(limits.connectSeconds))
        ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, milliseconds(limits.totalSeconds))
        ccurl_set_long(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
        ccurl_set_long(handle, CURLOPT_LOW_SPEED_TIME, Int(limits.idleSeconds.rounded(.up)))
    }

    /// The transfer that a callback of libcurl is for.
    static func at(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    func begin(_ request: HTTPRequest) throws {
        self.request = request
        head.removeAll(keepingCapacity: true)
        body = []
        (headerBytes, bodyBytes, response, fault, file) = (0, 0, nil, nil, nil)
        (isSatisfied, isPaused, wasRefused) = (false, false, false)
        if case .file = request.destination { file = try SpoolFile(folder: folder) }
        ccurl_set_string(handle, CURLOPT_URL, request.href)
        setHeader(request)
    }

    /// Hands the fields to libcurl, where they are others than those of the request before.
    private func setHeader(_ request: HTTPRequest) {
        var values = request.fields.map(\.value)
        if let authorization = request.authorization { values.append(authorization) }
        guard values != headerValues else { return }
        headerValues = values
        ccurl_set_headers(handle, nil)
        curl_slist_free_all(headerList)
        headerList = nil
        for (name, value) in request.fields { headerList = curl_slist_append(headerList, "\(name): \(value)") }
        if let authorization = request.authorization {
            headerList = curl_slist_append(headerList, "Authorization: \(authorization)")
        }
        ccurl_set_headers(handle, headerList)
    }

    // MARK: What libcurl calls

    private func tookHeader(_ line: UnsafeRawBufferPointer) -> Int {
        headerBytes += line.count
        guard headerBytes <= limits.headerBytes else {
            return refuse(.oversizedHeader, "more than \(limits.headerBytes) bytes of header")
        }
        if line.starts(with: "HTTP/".utf8) {
            head.removeAll(keepingCapacity: true)
            response = nil
        } else if response != nil {
            // A trailer.
            return line.count
        }
        head.append(contentsOf: line)
        guard line.count <= 2, line.allSatisfy({ $0 == 0x0D || $0 == 0x0A }) else { return line.count }
        var status = 0
        ccurl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
        guard status >= 200 else { return line.count }
        let fields = HeaderFields(behindFirstLineOf: head)
        response = (status, fields)
        return isAcceptable(fields) ? line.count : 0
    }

    /// One length at most, and none beyond the limit (RFC 9112, section 6.3).
    private func isAcceptable(_ fields: HeaderFields) -> Bool {
        let lengths = fields.values("Content-Length")
        if lengths.count > 1 {
            fault = FetchFault(.invalidResponse, "several lengths")
            return false
        }
        guard let length = lengths.first, fields["Transfer-Encoding"] == nil else { return true }
        guard let bytes = Int(length), bytes >= 0 else {
            fault = FetchFault(.invalidResponse, "a length that is none")
            return false
        }
        guard let response, response.status == 200 else { return true }
        if bytes > bodyLimit, !isCut {
            fault = FetchFault(.tooLarge, "\(bytes) bytes; the limit is \(bodyLimit)")
            return false
        }
        if file == nil { body.reserveCapacity(min(bytes, bodyLimit, MemoryGate.free)) }
        return true
    }

    private var bodyLimit: Int {
        switch request?.destination {
        case .beginning(let limit), .file(let limit): limit
        case .memory, nil: limits.encodedBytes
        }
    }

    private var isCut: Bool {
        if case .beginning = request?.destination { true } else { false }
    }

    private func tookBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard let response else { return refuse(.invalidResponse, "a body without a header") }
        // The bodies of errors and redirects are of no use, but short ones leave the connection open for the next.
        guard response.status == 200 else {
            bodyBytes += bytes.count
            isSatisfied = bodyBytes > 1 << 16
            return isSatisfied ? 0 : bytes.count
        }
        if bodyBytes + bytes.count > bodyLimit {
            guard isCut else { return refuse(.tooLarge, "more than \(bodyLimit) bytes") }
            body.append(contentsOf: bytes.prefix(bodyLimit - bodyBytes))
            isSatisfied = true
            return 0
        }
        if let file {
            guard file.append(bytes) else { return refuse(.tooLarge, "the disk is full") }
        } else {
            if bodyBytes + bytes.count > MemoryGate.free, !holdsMemory {
                guard memory.take() else {
                    isPaused = true
                    return Int(CURL_WRITEFUNC_PAUSE)
                }
                holdsMemory = true
            }
            body.append(contentsOf: bytes)
        }
        bodyBytes += bytes.count
        return bytes.count
    }

    private func refuse(_ reason: FetchFault.Reason, _ detail: String) -> Int {
        fault = fault ?? FetchFault(reason, detail)
        return 0
    }

    private func opened(_ peer: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let peer else { return CURL_SOCKET_BAD }
        var bytes = [UInt8](repeating: 0, count: 16)
        var port: UInt16 = 0
        let count = Int(ccurl_address(peer, &bytes, &port))
        guard count > 0, addresses.allows(Array(bytes.prefix(count)), port: port) else {
            // Another address of the host may be a public one.
            wasRefused = true
            return CURL_SOCKET_BAD
        }
        return socket(
            peer.pointee.family, peer.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), peer.pointee.protocol)
    }

    /// Goes on where memory was short.
    func resume() {
        guard isPaused, memory.hasRoom else { return }
        isPaused = false
        curl_easy_pause(handle, CURLPAUSE_CONT)
    }

    // MARK: The end

    /// What came of the request, once libcurl has ended it.
    func finish(_ code: CURLcode) -> Result<HTTPResponse, FetchFault> {
        defer {
            if holdsMemory { memory.give() }
            holdsMemory = false
            body = []
            file = nil
        }
        if let fault { return .failure(fault) }
        guard code == CURLE_OK || isSatisfied else { return .failure(fault(of: code)) }
        guard let response else { return .failure(FetchFault(.invalidResponse, "no header")) }
        var address: UnsafeMutablePointer<CChar>?
        ccurl_get_string(handle, CURLINFO_PRIMARY_IP, &address)
        return .success(
            HTTPResponse(
                status: response.status, head: head, fields: response.fields, body: body, file: file,
                address: address.map { String(cString: $0) } ?? ""))
    }

    private func fault(of code: CURLcode) -> FetchFault {
        if code == CURLE_COULDNT_CONNECT, wasRefused {
            return FetchFault(.refusedAddress, "the host has no public address")
        }
        let reason: FetchFault.Reason =
            switch code {
            case CURLE_OPERATION_TIMEDOUT: .timedOut
            case CURLE_COULDNT_RESOLVE_HOST: .unresolvedHost
            case CURLE_COULDNT_CONNECT: .connectFailed
            case CURLE_URL_MALFORMAT: .refusedURL
            case CURLE_PARTIAL_FILE: .truncatedBody
            case CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
                response == nil ? .connectionLost : .truncatedBody
            // libcurl takes a header line beyond its own limit for memory exhausted.
            case CURLE_OUT_OF_MEMORY where response == nil: .oversizedHeader
            case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
                CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
                .tlsFailed
            default: .invalidResponse
            }
        return FetchFault(reason, String(cString: curl_easy_strerror(code)))
    }

    private func milliseconds(_ seconds: Double) -> Int { max(1, Int(seconds * 1000)) }
}

/// How many large bodies may stand in memory at once; transfers beyond wait.
final class MemoryGate {
    /// Bytes of a body that need no leave.
    static let free = 1 << 20
    private var left = 2

    var hasRoom: Bool { left > 0 }

    func take() -> Bool {
        guard left > 0 else { return false }
        left -= 1
        return true
    }

    func give() { left += 1 }
}
