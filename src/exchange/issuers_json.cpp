#include "exchange/issuers_json.h"

#include "exchange/id_token.h"
#include "exchange/json_tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::exchange {
namespace {

template <class Value>
using ReadSetting = Result<Value, FieldFault>;

constexpr JsonLimits limits{std::size_t{64} * 1024, 8, 2'000, JsonLimits::Comments::allowed};
constexpr std::size_t most_issuers = 20;
constexpr std::size_t longest_id = 30;
constexpr std::size_t longest_label = 40;
constexpr std::size_t longest_issuer = 300;
constexpr std::size_t longest_client = 200;
constexpr std::size_t most_factors = 20;

bool is_id(std::string_view id)
{
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !id.empty() && id.size() <= longest_id && is_letter(id.front()) &&
           std::ranges::all_of(id,
                               [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

bool is_label(std::string_view label)
{
    return !label.empty() && label.size() <= longest_label &&
           std::ranges::none_of(label, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

bool is_client(std::string_view client)
{
    return !client.empty() && client.size() <= longest_client &&
           std::ranges::all_of(client, [](char c) { return c > ' ' && c < '\x7f'; });
}

/// Microsoft's addresses for any tenant name nobody who could have signed.
bool is_of_any_tenant(std::string_view issuer)
{
    constexpr std::string_view host = "https://login.microsoftonline.com/";
    if (!issuer.starts_with(host)) return false;
    issuer.remove_prefix(host.size());
    const auto tenant = issuer.substr(0, issuer.find('/'));
    return tenant == "common" || tenant == "organizations" || tenant == "consumers";
}

ReadSetting<directory::FactorElsewhere> second_factor(MemberReader& reader)
{
    directory::FactorElsewhere counts;
    const auto* tree = reader.any_if_any("second_factor");
    if (tree == nullptr) return counts;
    auto inner = SL_TRY(MemberReader::of(*tree, reader.path_of("second_factor")));
    counts.methods = SL_TRY(inner.texts_if_any("amr"));
    counts.contexts = SL_TRY(inner.texts_if_any("acr"));
    SL_TRY(inner.nothing_else());
    const auto is_too_much = [](const auto& list) {
        return list.size() > most_factors || std::ranges::find(list, std::string{}) != list.end();
    };
    if ((counts.methods.empty() && counts.contexts.empty()) || is_too_much(counts.methods) ||
        is_too_much(counts.contexts))
        return reader.fault("second_factor", "names 1 to 20 of \"amr\" or \"acr\"");
    return counts;
}

ReadSetting<IssuerSetting> issuer(const JsonTree& tree, std::string path)
{
    auto reader = SL_TRY(MemberReader::of(tree, std::move(path)));
    IssuerSetting read;
    read.id = SL_TRY(reader.text("id"));
    read.label = SL_TRY(reader.text("label"));
    read.issuer = SL_TRY(reader.text("issuer"));
    read.tenant = SL_TRY(reader.text_or_empty("tenant"));
    read.client = SL_TRY(reader.text("client_id"));
    read.secret_file = SL_TRY(reader.text("client_secret_file"));
    read.trust = SL_TRY(reader.text_or_empty("trust"));
    read.second_factor = SL_TRY(second_factor(reader));
    SL_TRY(reader.nothing_else());

    if (!is_id(read.id)) return reader.fault("id", "is 1 to 30 of a-z, 0-9 and -, and begins with a letter");
    if (!is_label(read.label)) return reader.fault("label", "is 1 to 40 letters");
    if (read.issuer.size() > longest_issuer || !is_web_address(read.issuer, Plain::allowed) ||
        read.issuer.find('?') != std::string::npos)
        return reader.fault("issuer", "is an address that begins with https://, without a query or braces");
    if (is_of_any_tenant(read.issuer))
        return reader.fault("issuer", "is for any tenant: give the address with your tenant's id in it");
    if (!is_client(read.client)) return reader.fault("client_id", "is 1 to 200 letters without spaces");
    if (read.secret_file.empty()) return reader.fault("client_secret_file", "is empty");
    return read;
}

bool is_origin(std::string_view origin)
{
    const auto after_scheme = origin.find("://");
    return is_web_address(origin, Plain::allowed) &&
           origin.find_first_of("/?", after_scheme + 3) == std::string_view::npos;
}

ReadSetting<IssuerSettings> settings(std::string_view text)
{
    const auto tree = SL_TRY(parse_json(text, limits));
    auto reader = SL_TRY(MemberReader::of(tree, ""));
    IssuerSettings read;
    read.origin = SL_TRY(reader.text("origin"));
    const auto* list = SL_TRY(reader.array("issuers"));
    SL_TRY(reader.nothing_else());
    if (!is_origin(read.origin))
        return reader.fault("origin", "is https:// and a host, and a port if need be, without a path");
    if (list->items.empty() || list->items.size() > most_issuers)
        return reader.fault("issuers", "has 1 to 20");
    for (std::size_t i = 0; i < list->items.size(); ++i) {
        auto one = SL_TRY(issuer(list->items[i], fmt::format("issuers[{}]", i)));
        const bool is_again = std::ranges::any_of(read.issuers, [&one](const IssuerSetting& other) {
            return other.id == one.id || other.issuer == one.issuer;
        });
        if (is_again)
            return fail(FieldFault{list->items[i].line, fmt::format("issuers[{}]", i), "is there twice"});
        read.issuers.push_back(std::move(one));
    }
    return read;
}

}  // namespace

Result<IssuerSettings, FileFault> read_issuers(std::string_view text, std::string_view file)
{
    auto read = settings(text);
    if (read) return *std::move(read);
    auto fault = std::move(read).error();
    return fail(FileFault{std::string{file}, fault.line, std::move(fault.field), std::move(fault.problem)});
}

}  // namespace safelead::exchange
