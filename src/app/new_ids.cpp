#include "app/new_ids.h"

#include "app/said.h"

namespace safelead::app {
namespace {

std::string said_by(std::string_view by, const CommandId& command)
{
    Said said{by};
    said(command);
    return std::string{text_of(said.bytes())};
}

}  // namespace

NewIds::NewIds(const ledger::Log& log, std::string_view by, const CommandId& command)
    : key_{log.key_for("ids of commands")}, said_{said_by(by, command)}
{
}

crypto::Digest NewIds::digest(std::string_view kind, std::size_t number) const
{
    Said said{said_};
    said(kind);
    said(number);
    return crypto::derive_digest(key_, "safelead.new-id.1", said.bytes());
}

std::string NewIds::text(std::string_view kind, std::size_t number) const
{
    return to_hex(BytesView{digest(kind, number)}.first(16));
}

record::Reference NewIds::reference(char letter,
                                    const std::function<bool(const record::Reference&)>& is_taken) const
{
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (std::size_t number = 0;; ++number) {
        const auto bytes = digest("reference", number);
        std::string text{letter};
        for (std::size_t i = 0; i < 8; ++i) {
            if (i % 4 == 0) text += '-';
            text += alphabet[std::to_integer<std::size_t>(bytes[i]) % alphabet.size()];
        }
        record::Reference reference{std::move(text)};
        if (!is_taken(reference)) return reference;
    }
}

}  // namespace safelead::app
