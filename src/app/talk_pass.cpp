#include "app/talk_pass.h"

#include "app/texts.h"
#include "crypto/digest.h"
#include "crypto/random.h"

namespace safelead::app {
namespace {

constexpr std::string_view kind = "talk-pass";
constexpr std::chrono::minutes lasts{30};

std::string id_of(std::string_view token)
{
    return to_hex(crypto::sha256(bytes_of(token)));
}

void keep(Parts& parts, std::string_view token, const TalkPass& pass)
{
    parts.passing->put({std::string{kind},
                        id_of(token),
                        {},
                        pack_texts({std::string{pass.school.text()}, std::string{pass.conversation.text()}}),
                        parts.now() + lasts});
}

}  // namespace

std::string give_pass(Parts& parts, const TalkPass& pass)
{
    auto token = crypto::random_token();
    keep(parts, token, pass);
    return token;
}

std::optional<TalkPass> use_pass(Parts& parts, std::string_view token)
{
    const auto found = parts.passing->get(kind, id_of(token), parts.now());
    if (!found) return std::nullopt;
    const auto texts = unpack_texts(found->plaintext);
    if (!texts || texts->size() != 2) return std::nullopt;
    TalkPass pass{OrganisationId{texts->at(0)}, record::ConversationId{texts->at(1)}};
    keep(parts, token, pass);
    return pass;
}

void end_pass(Parts& parts, std::string_view token)
{
    parts.passing->store().remove(kind, id_of(token));
}

}  // namespace safelead::app
