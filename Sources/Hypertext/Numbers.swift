/// A count for a person: `12,345`.
public func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude).utf8)
    var result: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
    for (index, digit) in digits.enumerated() {
        if index > 0, (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
        result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
}

/// A count with its noun: `1 outlet`, `2 outlets`.
public func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
}

/// With so many digits behind the point, without closing zeros.
public func decimal(_ number: Double, digits: Int = 2) -> String {
    guard number.isFinite else { return "0" }
    let scale = (0..<digits).reduce(1.0) { product, _ in product * 10 }
    let scaled = (min(abs(number), 1e12) * scale).rounded()
    var fraction = String(Int(scaled.truncatingRemainder(dividingBy: scale)))
    fraction = String(repeating: "0", count: max(0, digits - fraction.utf8.count)) + fraction
    while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    let whole = String(Int(scaled / scale))
    let sign = number < 0 && scaled > 0 ? "-" : ""
    return sign + (fraction.isEmpty || digits == 0 ? whole : "\(whole).\(fraction)")
}

/// A share for a person: `4.2 %`, and never `0 %` or `100 %` of what is not.
public func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let value = Double(part) / Double(whole) * 100
    if part > 0, value < 0.1 { return "< 0.1 %" }
    if part < whole, value > 99.9 { return "> 99.9 %" }
    return decimal(value, digits: 1) + " %"
}

/// A share of a width, for SVG geometry.
public func percent(_ fraction: Double) -> String {
    decimal(fraction * 100) + "%"
}
