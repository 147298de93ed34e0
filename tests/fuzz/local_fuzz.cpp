// Any bytes as each of the files of guidance/local: refused with a fault that names the file, or read.

#include "exchange/arrangements_json.h"
#include "exchange/contacts_json.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace safelead;

namespace {

template <class Value>
bool is_read(const Result<Value, exchange::FileFault>& read)
{
    if (!read && (read.error().file != "a file" || read.error().what.empty())) std::abort();
    return static_cast<bool>(read);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    directory::Contacts known;
    if (const auto contacts = exchange::parse_contacts("a file", text); is_read(contacts)) {
        (void)exchange::join({*contacts, *contacts}, {});
        known.all = *contacts;
    }
    is_read(exchange::parse_front_doors("a file", text, "hill", known));
    is_read(exchange::parse_timescales("a file", text, "hill"));
    is_read(exchange::parse_history("a file", text));
    is_read(exchange::parse_bank_holidays("a file", text));
    return 0;
}
