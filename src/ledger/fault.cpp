#include "ledger/fault.h"

#include "base/bug.h"

#include <fmt/format.h>

namespace safelead::ledger {

std::string to_text(Wrong wrong)
{
    switch (wrong) {
        case Wrong::not_an_entry:
            return "its bytes are not an entry";
        case Wrong::another_organisation:
            return "it says that it belongs to another organisation";
        case Wrong::another_stream:
            return "its row names another stream than it does";
        case Wrong::another_position:
            return "its row names another place in the stream than it does";
        case Wrong::another_time:
            return "its row names another time than it does";
        case Wrong::gap_in_log:
            return "an entry before it is missing from the log";
        case Wrong::gap_in_stream:
            return "an entry before it is missing from its stream";
        case Wrong::time_goes_back:
            return "it is earlier than the entry before it";
        case Wrong::no_key:
            return "the key that sealed it is not there";
        case Wrong::key_does_not_unwrap:
            return "the key that sealed it was changed, or is under another master key";
        case Wrong::commitment_differs:
            return "what is readable of it was changed, or it was sealed under another key";
        case Wrong::does_not_open:
            return "what is sealed in it was changed";
        case Wrong::key_row_not_in_log:
            return "a key is there that the log does not name";
        case Wrong::key_row_changed:
            return "a key is not the one that the log names";
        case Wrong::key_row_missing:
            return "a key that the log names is not there";
        case Wrong::not_a_key_note:
            return "it names keys in a way that can't be read";
        case Wrong::receipt_wrong:
            return "the receipt of its command names other entries";
        case Wrong::receipt_missing:
            return "its command has no receipt";
        case Wrong::receipt_too_many:
            return "there are receipts of commands that wrote nothing";
    }
    throw_bug("an unknown kind of fault");
}

std::string to_text(const Fault& fault)
{
    auto where = fmt::format("organisation {}", fault.organisation.text());
    if (fault.log_position) where += fmt::format(", entry {}", number(*fault.log_position));
    if (fault.stream) where += fmt::format(", stream {}", fault.stream->text());
    return fmt::format("{}: {}", where, to_text(fault.wrong));
}

}  // namespace safelead::ledger
