#include "base/text.h"
#include "base/text_length.h"
#include "directory/authority.h"
#include "directory/decide_sign_in.h"

#include <algorithm>

namespace safelead::directory {

Decided decide_one(const Partnership& state, const MakeToken& command)
{
    if (state.organisation(command.organisation) == nullptr) return fail(Refusal::no_such_organisation);
    const auto& token = command.token;
    if (trim(token.system).empty()) return fail(Refusal::name_missing);
    if (is_longer_than(token.system, longest_system_name)) return fail(Refusal::name_too_long);
    if (token.scopes.is_empty()) return fail(Refusal::no_scope_chosen);
    if (token.until <= command.now || token.until > command.now + longest_token)
        return fail(Refusal::end_not_usable);
    if (token.digest.empty() || state.token_by_digest(token.digest)) return fail(Refusal::code_not_usable);
    const auto good = std::ranges::count_if(state.tokens_of(command.organisation), [&](const auto* one) {
        return !one->is_revoked && one->token.until > command.now;
    });
    if (good >= static_cast<std::ptrdiff_t>(most_tokens)) return fail(Refusal::too_many_tokens);
    SL_TRY(is_enough(state, command.authority, command.organisation, PersonId{""}, Weight::light));
    return happens(TokenMade{command.organisation, token, command.authority});
}

Decided decide_one(const Partnership& state, const RevokeToken& command)
{
    if (state.organisation(command.organisation) == nullptr) return fail(Refusal::no_such_organisation);
    const auto tokens = state.tokens_of(command.organisation);
    const auto found = std::ranges::find_if(
        tokens, [&](const auto* one) { return one->token.id == command.token && !one->is_revoked; });
    if (found == tokens.end()) return fail(Refusal::no_such_token);
    SL_TRY(is_enough(state, command.authority, command.organisation, PersonId{""}, Weight::light));
    return happens(TokenRevoked{command.organisation, command.token, command.authority});
}

}  // namespace safelead::directory
