#include "exchange/pack_reader.h"

#include "base/text.h"
#include "base/unavailable.h"
#include "exchange/pack_parts.h"

#include <array>
#include <fstream>
#include <iterator>

namespace safelead::exchange {

namespace {

using namespace guidance;

constexpr JsonLimits limits{.depth = 8, .parts = 50'000, .comments = JsonLimits::Comments::allowed};
constexpr std::array<std::string_view, 6> json_files = {"pack.json",  "facts.json", "questions.json",
                                                        "rules.json", "steps.json", "terms.json"};
constexpr std::uintmax_t largest_file = std::uintmax_t{1} << 20U;
constexpr std::size_t most_pages = 200;

Failed<PackFault> fault(const std::string& file, FieldFault found)
{
    return fail(PackFault{{file, found.line}, std::move(found.field), std::move(found.problem)});
}

Result<PackFiles::File, PackFault> read_file(const std::filesystem::path& path, std::string shown_as)
{
    if (std::filesystem::is_symlink(path))
        return fail(PackFault{{shown_as, 0}, "", "is a link; a pack has only files of its own"});
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (!error && size > largest_file) return fail(PackFault{{shown_as, 0}, "", "is larger than 1 MB"});
    std::ifstream stream{path, std::ios::binary};
    if (error || !stream) throw Unavailable{"The guidance file " + path.string() + " cannot be read."};
    std::string content(size, '\0');
    stream.read(content.data(), static_cast<std::streamsize>(size));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    return PackFiles::File{std::move(shown_as), std::move(content)};
}

using NamedFiles = std::map<std::string, PackFiles::File, std::less<>>;

/// Every page of words in `folder`, by its name without ".md".
Result<NamedFiles, PackFault> read_pages(const std::filesystem::path& folder, const std::string& shown_as)
{
    NamedFiles pages;
    if (!std::filesystem::is_directory(folder)) return pages;
    if (std::filesystem::is_symlink(folder))
        return fail(PackFault{{shown_as, 0}, "", "is a link; a pack has only files of its own"});
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() != ".md") continue;
        const std::string name = entry.path().stem().string();
        if (pages.size() >= most_pages) return fail(PackFault{{shown_as, 0}, "", "has more than 200 pages"});
        pages.emplace(name, SL_TRY(read_file(entry.path(), shown_as + "/" + name + ".md")));
    }
    return pages;
}

/// Adds the files of `folder` that are not there yet.
Result<Done, PackFault> add_files(const std::filesystem::path& folder, PackFiles& pack)
{
    const std::string shown_as = folder.filename().string() + "/";
    for (const std::string_view file : json_files) {
        const std::string name{file};
        const auto path = folder / name;
        const bool is_there = std::filesystem::is_regular_file(path) || std::filesystem::is_symlink(path);
        if (pack.files.contains(name) || !is_there) continue;
        pack.files.emplace(name, SL_TRY(read_file(path, shown_as + name)));
    }
    for (auto& [name, file] : SL_TRY(read_pages(folder / "text", shown_as + "text")))
        pack.files.emplace("text/" + name + ".md", std::move(file));
    return Done{};
}

/// What is wrong with the bytes of a file before anybody asks what they say.
std::optional<FieldFault> strange(std::string_view content)
{
    if (content.starts_with("\xEF\xBB\xBF"))
        return FieldFault{1, "", "begins with a byte order mark; save it as UTF-8 without one"};
    int line = 1;
    for (const std::string_view text : split(content, '\n')) {
        if (!is_utf8(text) || text.find('\0') != std::string_view::npos)
            return FieldFault{line, "", "is not UTF-8; save it as UTF-8"};
        ++line;
    }
    return std::nullopt;
}

Result<PackPage, PackFault> page_of(const PackFiles& pack, std::string_view name)
{
    const auto found = pack.files.find(name);
    if (found == pack.files.end()) return fail(PackFault{{std::string{name}, 0}, "", "is missing"});
    if (auto odd = strange(found->second.content)) return fault(found->second.shown_as, *std::move(odd));
    auto tree = parse_json(found->second.content, limits);
    if (!tree) return fault(found->second.shown_as, tree.error());
    return PackPage{found->second.shown_as, std::move(tree).value()};
}

Result<std::string, PackFault> based_on(const PackFiles& pack)
{
    const PackPage page = SL_TRY(page_of(pack, "pack.json"));
    const JsonTree* base = page.tree.find("based_on");
    if (base == nullptr || base->kind == JsonTree::Kind::null) return std::string{};
    const bool is_name = base->kind == JsonTree::Kind::text && !base->text.empty() &&
                         base->text.find_first_of("/\\") == std::string::npos && base->text.front() != '.';
    if (!is_name) return fail(PackFault{page.at(base->line), "based_on", "is not the name of an edition"});
    return base->text;
}

/// A text, a date or nothing for null; the member must be there, so that nobody forgets to say so.
template <class Read>
auto read_or_null(MemberReader& members, std::string_view name, Read read)
    -> Result<std::optional<typename std::invoke_result_t<Read>::value_type>, FieldFault>
{
    using Value = typename std::invoke_result_t<Read>::value_type;
    if (SL_TRY(members.any(name))->kind == JsonTree::Kind::null) return std::optional<Value>{};
    return std::optional<Value>{SL_TRY(read())};
}

struct FrontPage {
    Imprint imprint;
    SourceNames sources;
    std::vector<Placed<ChangeSaid>> changes;
};

Result<FrontPage, FieldFault> read_front_page(const PackPage& page, std::string digest)
{
    auto members = SL_TRY(MemberReader::of(page.tree, ""));
    const auto text = [&](std::string_view name) { return [&members, name] { return members.text(name); }; };
    const auto date = [&](std::string_view name) {
        return [&members, name] { return read_date(members, name); };
    };

    EditionId edition{SL_TRY(members.text("edition"))};
    std::string title = SL_TRY(members.text("title"));
    std::string publisher = SL_TRY(members.text("publisher"));
    std::string status = SL_TRY(members.text("status"));
    const Date published = SL_TRY(read_date(members, "published"));
    const Date from = SL_TRY(read_date(members, "in_force_from"));
    const auto to = SL_TRY(read_or_null(members, "in_force_to", date("in_force_to")));
    const auto supersedes = SL_TRY(read_or_null(members, "supersedes", text("supersedes")));
    auto verified_by = SL_TRY(read_or_null(members, "verified_by", text("verified_by")));
    const auto verified_on = SL_TRY(read_or_null(members, "verified_on", date("verified_on")));
    (void)members.any_if_any("based_on");
    SourceNames sources = SL_TRY(read_source_names(members));
    std::vector<Placed<ChangeSaid>> changes;
    if (const JsonTree* list = members.any_if_any("changes"))
        changes = SL_TRY(read_changes(page, *list, "changes", sources));
    SL_TRY(members.nothing_else());
    if (to && *to < from) return members.fault("in_force_to", "is before in_force_from");

    std::vector<Source> listed;
    for (const auto& [name, source] : sources) listed.push_back(source);
    return FrontPage{
        Imprint{std::move(edition), std::move(title), std::move(publisher), std::move(status), published,
                from, to, supersedes ? std::optional{EditionId{*supersedes}} : std::nullopt,
                std::move(listed), std::move(verified_by), verified_on, std::move(digest)},
        std::move(sources), std::move(changes)};
}

constexpr std::array<TableKind, 8> tables_of_a_pack = {
    TableKind::category,   TableKind::criteria, TableKind::safety_rules, TableKind::unresolved,
    TableKind::indicators, TableKind::route,    TableKind::consult,      TableKind::flags};

Result<Done, FieldFault> read_rules_page(const PackPage& page, const SourceNames& sources, PackDraft& draft)
{
    auto members = SL_TRY(MemberReader::of(page.tree, ""));
    const JsonTree* people = SL_TRY(members.any("people"));
    draft.groups = SL_TRY(read_named(page, *people, "people", "are"));
    const JsonTree* definitions = SL_TRY(members.any("definitions"));
    draft.definitions = SL_TRY(read_named(page, *definitions, "definitions", "means"));
    const JsonTree* routes = SL_TRY(members.any("routes"));
    draft.routes = SL_TRY(read_routes(page, *routes, "routes"));
    for (const TableKind kind : tables_of_a_pack) {
        const std::string name{to_text(kind)};
        const JsonTree* list = SL_TRY(members.any(name));
        auto rules = SL_TRY(read_rules(page, *list, name, sources, "gives"));
        draft.tables.push_back({kind, std::move(rules), page.at(list->line)});
    }
    return members.nothing_else();
}

}  // namespace

Result<PackFiles, PackFault> read_pack_files(const std::filesystem::path& folder)
{
    PackFiles pack;
    SL_TRY(add_files(folder, pack));
    const std::string base = SL_TRY(based_on(pack));
    if (!base.empty()) SL_TRY(add_files(folder.parent_path() / base, pack));
    pack.examples = SL_TRY(read_pages(folder / "examples", folder.filename().string() + "/examples"));
    return pack;
}

Result<SourceNames, PackFault> source_names(const PackFiles& files)
{
    const PackPage front = SL_TRY(page_of(files, "pack.json"));
    auto read = read_front_page(front, "");
    if (!read) return fault(front.file, read.error());
    return std::move(read->sources);
}

Result<PackDraft, PackFault> parse_pack(const PackFiles& files, std::string digest)
{
    const PackPage front = SL_TRY(page_of(files, "pack.json"));
    auto front_page = read_front_page(front, std::move(digest));
    if (!front_page) return fault(front.file, front_page.error());
    const SourceNames& sources = front_page->sources;

    PackDraft draft{.imprint = front_page->imprint, .at = front.at(0), .changes = front_page->changes};
    /// Puts what `read` finds on a page into its place in the draft.
    const auto take = [&](std::string_view name, auto& place, auto read) -> Result<Done, PackFault> {
        const PackPage page = SL_TRY(page_of(files, name));
        auto parts = read(page);
        if (!parts) return fault(page.file, parts.error());
        place = std::move(parts).value();
        return Done{};
    };
    SL_TRY(take("facts.json", draft.facts, [](const PackPage& page) { return read_vocabulary(page); }));
    SL_TRY(take("terms.json", draft.terms, [](const PackPage& page) { return read_terms(page); }));
    SL_TRY(take("questions.json", draft.questions,
                [&](const PackPage& page) { return read_questions(page, sources); }));
    SL_TRY(take("steps.json", draft.steps,
                [&](const PackPage& page) { return read_steps(page, page.tree, "", sources); }));

    const PackPage rules = SL_TRY(page_of(files, "rules.json"));
    const auto read = read_rules_page(rules, sources, draft);
    if (!read) return fault(rules.file, read.error());

    for (const auto& [name, file] : files.files) {
        if (!name.starts_with("text/")) continue;
        if (auto odd = strange(file.content)) return fault(file.shown_as, *std::move(odd));
        draft.texts.emplace(name.substr(5, name.size() - 8), file.content);
    }
    return draft;
}

namespace {

Result<OverlayDraft, FieldFault> read_overlay(const PackPage& page, std::string digest)
{
    auto members = SL_TRY(MemberReader::of(page.tree, ""));
    OverlayDraft overlay{.overlay = OverlayId{SL_TRY(members.text("overlay"))},
                         .title = SL_TRY(members.text("title")),
                         .status = SL_TRY(members.text("status")),
                         .at = page.at(0),
                         .at_least = {},
                         .steps = {},
                         .digest = std::move(digest)};
    const SourceNames sources = SL_TRY(read_source_names(members));
    const JsonTree* rules = SL_TRY(members.any("rules"));
    overlay.at_least = SL_TRY(read_rules(page, *rules, "rules", sources, "at_least"));
    const JsonTree* steps = SL_TRY(members.any("steps"));
    overlay.steps = SL_TRY(read_steps(page, *steps, "steps", sources));
    SL_TRY(members.nothing_else());
    return overlay;
}

}  // namespace

Result<PackFiles::File, PackFault> read_overlay_file(const std::filesystem::path& folder)
{
    return read_file(folder / "overlay.json", folder.filename().string() + "/overlay.json");
}

Result<PackFiles::File, PackFault> read_exercise_file(const std::filesystem::path& file)
{
    return read_file(file, "practice/" + file.filename().string());
}

Result<OverlayDraft, PackFault> parse_overlay(const PackFiles::File& file, std::string digest)
{
    if (auto odd = strange(file.content)) return fault(file.shown_as, *std::move(odd));
    auto tree = parse_json(file.content, limits);
    if (!tree) return fault(file.shown_as, tree.error());
    const PackPage page{file.shown_as, std::move(tree).value()};
    auto overlay = read_overlay(page, std::move(digest));
    if (!overlay) return fault(file.shown_as, overlay.error());
    return std::move(overlay).value();
}

}  // namespace safelead::exchange
