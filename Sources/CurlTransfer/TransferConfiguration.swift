/// What holds for all transfers of one loop.
package struct TransferConfiguration: Hashable, Sendable {
    /// Sent with every request; true and with a contact.
    package var userAgent: String
    /// Which addresses sockets may connect to.
    package var addresses: AddressPolicy
    /// Transfers in flight at most; further ones wait in order. 1 or more.
    package var maxConcurrent: Int
    /// Idle connections kept for reuse: at least the hosts in flight, or every request pays a new TLS handshake.
    package var connectionCacheSize: Int
    /// A PEM file of certificates to trust instead of the system's.
    package var certificateFile: String?

    package init(
        userAgent: String, addresses: AddressPolicy = AddressPolicy(), maxConcurrent: Int = 64,
        connectionCacheSize: Int = 256, certificateFile: String? = nil
    ) {
        self.userAgent = userAgent
        self.addresses = addresses
        self.maxConcurrent = max(1, maxConcurrent)
        self.connectionCacheSize = max(1, connectionCacheSize)
        self.certificateFile = certificateFile
    }
}
