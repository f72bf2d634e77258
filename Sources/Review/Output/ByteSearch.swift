import Glibc

/// Whether bytes hold others, which are not empty.
func holds(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { hay in
        needle.withUnsafeBytes { pin in
            guard var place = hay.baseAddress, let wanted = pin.baseAddress else { return false }
            let end = place + hay.count
            while end - place >= pin.count {
                guard let found = memchr(place, Int32(pin[0]), end - place - pin.count + 1) else { return false }
                if memcmp(found, wanted, pin.count) == 0 { return true }
                place = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}
