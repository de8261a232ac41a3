#pragma once
// Only the digests of libcrypto (EVP, the interface that OpenSSL 3 recommends).
#include <openssl/evp.h>
