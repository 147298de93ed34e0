// Whatever a browser sends for a passkey: no crash, and a key that is read is read again from what is kept.

#include "exchange/cbor.h"
#include "exchange/webauthn.h"

#include <cstdint>
#include <cstdlib>

using namespace safelead;
using namespace safelead::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const BytesView sent{reinterpret_cast<const std::byte*>(bytes), size};
    if (const auto read = read_cbor(sent); read && read->length > size) std::abort();
    (void)read_client_said(text_of(sent));
    (void)read_cose_key(sent);
    for (const auto& said : {read_authenticator_said(sent), read_attestation(sent)}) {
        if (!said || !said->credential) continue;
        const auto& cose = said->credential->cose_key;
        if (cose.size() > size || !read_cbor(cose) || read_cbor(cose)->length != cose.size()) std::abort();
    }
    return 0;
}
