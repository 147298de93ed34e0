#include "support/practice_site.h"

#include "base/text.h"
#include "support/source_dir.h"
#include "web/api/problems.h"
#include "web/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace safelead::test {

namespace {

std::string unescaped(std::string_view escaped)
{
    std::string out{escaped};
    constexpr std::pair<std::string_view, std::string_view> entities[] = {
        {"&quot;", "\""}, {"&#39;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}};
    for (const auto& [entity, character] : entities)
        for (auto at = out.find(entity); at != std::string::npos; at = out.find(entity, at + 1))
            out.replace(at, entity.size(), character);
    return out;
}

std::string attribute(std::string_view tag, std::string_view name)
{
    const auto mark = fmt::format(" {}=\"", name);
    const auto at = tag.find(mark);
    if (at == std::string_view::npos) return {};
    const auto from = at + mark.size();
    return unescaped(tag.substr(from, tag.find('"', from) - from));
}

app::Safelead& restarted_on(PracticePartnership& partnership, ledger::EntryStore& entries)
{
    partnership.restart_on(entries);
    return partnership.safelead();
}

}  // namespace

const app::OpenShelf& open_shelf()
{
    static const auto read =
        app::read_open_shelf(safelead::test::source_dir() + "/guidance", local_guidance()).value();
    return read;
}

PracticeSite::PracticeSite(std::span<const web::Route> routes, app::Options options)
    : partnership_{std::move(options)},
      site_{partnership_.safelead(), open_shelf()},
      answerer_{site_, routes,
                [this](web::Fault fault, std::string_view incident, const web::Request* asked) {
                    return web::fault_answer(site_, fault, incident, asked);
                }}
{
}

PracticeSite::PracticeSite(const std::function<ledger::EntryStore&(ledger::EntryStore& behind)>& in_front,
                           app::Options options)
    : partnership_{std::move(options)},
      site_{restarted_on(partnership_, in_front(partnership_.entries())), open_shelf()},
      answerer_{site_, web::routes(),
                [this](web::Fault fault, std::string_view incident, const web::Request* asked) {
                    return web::fault_answer(site_, fault, incident, asked);
                }}
{
}

app::PracticeSignIn PracticeSite::sign_in_of(std::string_view who) const
{
    const auto sign_ins = app::practice_sign_ins();
    for (const auto& one : sign_ins)
        if (who.find('@') != std::string_view::npos ? one.email.starts_with(who)
                                                    : one.organisation == sign_ins.front().organisation &&
                                                          one.email.starts_with(fmt::format("{}@", who)))
            return one;
    throw std::runtime_error{fmt::format("nobody in the practice school is {}", who)};
}

std::string location(const web::Response& answer)
{
    for (const auto& header : answer.headers)
        if (header.name == "Location") return header.value;
    return {};
}

std::vector<web::Field> hidden_fields(std::string_view page, std::string_view action)
{
    std::vector<web::Field> fields;
    const auto mark = fmt::format("action=\"{}\"", action);
    const auto form = page.find(mark);
    if (form == std::string_view::npos) return fields;
    auto inside = page.substr(form, page.find("</form>", form) - form);
    for (auto at = inside.find("<input type=\"hidden\""); at != std::string_view::npos;
         at = inside.find("<input type=\"hidden\"", at + 1)) {
        const auto tag = inside.substr(at, inside.find('>', at) - at);
        fields.push_back({attribute(tag, "name"), attribute(tag, "value")});
    }
    return fields;
}

std::vector<std::string> segments_of(std::string_view address)
{
    std::vector<std::string> segments;
    for (const auto segment : split(address.substr(0, address.find_first_of("?#")), '/'))
        if (!segment.empty()) segments.emplace_back(segment);
    return segments;
}

std::vector<std::string> all_entries(PracticeSite& site)
{
    std::vector<std::string> entries;
    site.partnership().while_stopped([&entries](ledger::Ledger& ledger) {
        for (const auto& organisation : ledger.organisations()) {
            const auto& log = ledger.organisation(organisation);
            for (auto after = ledger::LogPosition::start;;) {
                const auto page = log.read(after, 1000).value();
                for (const auto& entry : page.entries) entries.emplace_back(text_of(entry.plaintext));
                if (page.reached == after) break;
                after = page.reached;
            }
        }
    });
    return entries;
}

web::Response Browser::ask(web::Request request)
{
    for (const auto& [name, value] : cookies_) request.cookies.push_back({name, value});
    const auto admitted = answerer_.admit(request);
    if (const auto* refused = std::get_if<web::Refused>(&admitted))
        return answerer_.fault_page(refused->fault, "", &request);
    if (request.form.came_with_file() && std::get<web::BodyRule>(admitted).on_file == web::OnFile::refuse)
        return answerer_.fault_page(web::Fault::carries_file, "", &request);
    auto answer = wait_for(answerer_.answer(request));
    for (const auto& cookie : answer.cookies) {
        if (cookie.max_age && cookie.max_age->count() == 0)
            cookies_.erase(cookie.name);
        else
            cookies_[cookie.name] = cookie.value;
    }
    if (answer.status != web::Status::see_other) page_ = answer.text();
    return answer;
}

namespace {

web::Request request_for(web::Method method, std::string_view address)
{
    web::Request request;
    request.method = method;
    const auto mark = address.find('?');
    request.path = std::string{address.substr(0, mark)};
    request.segments = segments_of(request.path);
    if (mark != std::string_view::npos) {
        auto query = web::parse_urlencoded(address.substr(mark + 1));
        if (query) request.query = std::move(query).value();
    }
    request.remote = "192.0.2.1";
    return request;
}

}  // namespace

web::Response Browser::get(std::string_view address)
{
    return ask(request_for(web::Method::get, address.substr(0, address.find('#'))));
}

web::Response Browser::post(std::string_view address, std::vector<web::Field> fields)
{
    auto request = request_for(web::Method::post, address);
    request.form = web::FormFields{std::move(fields)};
    return ask(std::move(request));
}

web::Response Browser::post_with_file(std::string_view address, std::vector<web::Field> fields)
{
    auto request = request_for(web::Method::post, address);
    request.form = web::FormFields{std::move(fields)};
    request.form.say_file_came();
    return ask(std::move(request));
}

web::Response Browser::send(std::string_view action, std::vector<web::Field> fields)
{
    auto whole = hidden_fields(page_, action);
    if (whole.empty()) throw std::runtime_error{fmt::format("there is no form for {} on the page", action)};
    std::ranges::move(fields, std::back_inserter(whole));
    return post(action, std::move(whole));
}

web::Response Browser::sign_in(std::string_view name)
{
    const auto who = site_.sign_in_of(name);
    get("/sign-in");
    return send("/sign-in", {{"email", who.email}, {"password", who.password}});
}

web::Response Browser::follow(const web::Response& answer)
{
    const auto to = location(answer);
    return to.empty() ? answer : get(to);
}

}  // namespace safelead::test
