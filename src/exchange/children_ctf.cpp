#include "base/text.h"
#include "exchange/import_files.h"
#include "exchange/table_text.h"
#include "record/upn.h"

#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <type_traits>

namespace safelead::exchange {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::size_t longest_text = 2'000;
constexpr std::size_t most_faults = 200;
constexpr std::size_t pupils_between_tellings = 500;

/// What `take` knows; of everything else not even the letters are kept.
constexpr std::array<std::string_view, 7> taken_elements{
    "UPN", "FormerUPN", "Surname", "Forename", "PreferredForename", "NCyearActual", "DOB"};

class Reading {
public:
    Reading(XML_Parser parser, const RowsRead& tell) : parser_{parser}, tell_{tell} {}

    void begin(std::string_view name)
    {
        if (stopped_) return;
        if (open_.size() >= deepest) return stop("Elements stand too deep in each other: this is no CTF.");
        if (open_.empty() && name != "CTfile") return stop("This is XML, but no Common Transfer File.");
        open_.emplace_back(name);
        text_.clear();
        if (is_pupil()) {
            if (children_.size() >= record::most_imported_children)
                return stop("There are more than 10,000 pupils: import one school at a time.");
            children_.push_back({children_.size() + 1, {}, "", FaultAt::pupil});
        }
    }

    void end()
    {
        if (stopped_) return;
        if (is_taken()) take(open_.back(), trim(text_));
        if (is_pupil() && tell_ && children_.size() % pupils_between_tellings == 0) tell_(children_.size());
        open_.pop_back();
        text_.clear();
    }

    void letters(std::string_view text)
    {
        if (stopped_) return;
        // Comments and assessments may be long, and nobody reads them here.
        if (!is_taken()) return;
        if (text_.size() + text.size() > longest_text)
            return stop("A name or another short field of a pupil is too long: this is no CTF.");
        text_ += text;
    }

    void stop(std::string_view why)
    {
        if (!stopped_) faults_.push_back({0, "", std::string{why}});
        stopped_ = true;
        XML_StopParser(parser_, XML_FALSE);
    }

    [[nodiscard]] bool is_stopped() const { return stopped_; }

    RowsOrFaults<record::ImportedChild> result() &&
    {
        if (!faults_.empty()) return fail(std::move(faults_));
        return std::move(children_);
    }

private:
    /// CTfile / CTFpupilData / Pupil.
    [[nodiscard]] bool is_pupil() const
    {
        return open_.size() == 3 && in_pupil_data() && open_[2] == "Pupil";
    }
    [[nodiscard]] bool in_pupil_data() const { return open_.size() >= 3 && open_[1] == "CTFpupilData"; }

    /// What stands in the pupil itself, or in its BasicDetails: contacts and schools have names, too.
    [[nodiscard]] bool in_pupil() const
    {
        if (!in_pupil_data() || open_[2] != "Pupil" || children_.empty()) return false;
        return open_.size() == 4 || (open_.size() == 5 && open_[3] == "BasicDetails");
    }

    [[nodiscard]] bool is_taken() const
    {
        return in_pupil() && std::ranges::find(taken_elements, open_.back()) != taken_elements.end();
    }

    void take(std::string_view name, std::string_view text)
    {
        if (text.empty()) return;
        auto& child = children_.back();
        auto& identity = child.identity;
        if (name == "UPN") identity.upn = record::tidy_upn(text);
        if (name == "FormerUPN") child.former_upn = record::tidy_upn(text);
        if (name == "Surname") identity.family_name = text;
        if (name == "Forename") identity.given_name = text;
        if (name == "PreferredForename") identity.known_as = text;
        if (name == "NCyearActual") identity.year_group = text;
        if (name != "DOB") return;
        identity.born = parse_date(text);
        if (!identity.born && faults_.size() < most_faults)
            faults_.push_back(
                {child.row, "DOB", "This is no date like 2012-09-01: make the file again.", child.at});
    }

    XML_Parser parser_;
    const RowsRead& tell_;
    std::vector<std::string> open_;
    std::string text_;
    std::vector<record::ImportedChild> children_;
    std::vector<RowFault> faults_;
    bool stopped_ = false;
};

Reading& reading_of(void* data)
{
    return *static_cast<Reading*>(data);
}

void begin_ctf_element(void* data, const char* name, const char**)
{
    reading_of(data).begin(name);
}

void end_ctf_element(void* data, const char*)
{
    reading_of(data).end();
}

void take_ctf_letters(void* data, const char* letters, int length)
{
    reading_of(data).letters({letters, static_cast<std::size_t>(length)});
}

/// Schools' systems write Windows-1252, too, which expat does not know of itself.
int know_windows_1252(void*, const char* name, XML_Encoding* encoding)
{
    const auto small = ascii_lower(name);
    if (small != "windows-1252" && small != "cp1252") return XML_STATUS_ERROR;
    constexpr int no_letter = -1;
    for (int byte = 0; byte < 256; ++byte) {
        const auto letter = windows_1252_letter(static_cast<unsigned char>(byte));
        encoding->map[byte] = letter == 0xFFFD ? no_letter : static_cast<int>(letter);
    }
    encoding->data = nullptr;
    encoding->convert = nullptr;
    encoding->release = nullptr;
    return XML_STATUS_OK;
}

std::string_view why_not_read(XML_Error error)
{
    return error == XML_ERROR_UNKNOWN_ENCODING
               ? "The letters of the file are of a kind that is not read here: make it again in UTF-8."
               : "The XML is broken: make the file again and bring it whole.";
}

// Entities could be made to fill the memory, or to fetch files; a CTF has none.
void refuse_ctf_doctype(void* data, const char*, const char*, const char*, int)
{
    reading_of(data).stop("The file has a document type, which a CTF never has: make it again.");
}

}  // namespace

bool is_xml(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("\0<"sv)) return true;  // UTF-16 without a mark.
    const auto text = text_of_table(bytes.substr(0, 1'000));
    return trim(text).starts_with('<');
}

RowsOrFaults<record::ImportedChild> children_of_ctf(std::string_view bytes, const RowsRead& tell)
{
    if (bytes.size() > most_ctf_bytes)
        return fail(
            std::vector{RowFault{0, "", "The file is larger than 64 MiB: this is no CTF of one school."}});
    const std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> parser{
        XML_ParserCreate(nullptr), &XML_ParserFree};
    if (!parser) return fail(std::vector{RowFault{0, "", "There is too little memory to read the file."}});
    Reading reading{parser.get(), tell};
    XML_SetUserData(parser.get(), &reading);
    XML_SetElementHandler(parser.get(), begin_ctf_element, end_ctf_element);
    XML_SetCharacterDataHandler(parser.get(), take_ctf_letters);
    XML_SetStartDoctypeDeclHandler(parser.get(), refuse_ctf_doctype);
    XML_SetUnknownEncodingHandler(parser.get(), know_windows_1252, nullptr);
    const auto status = XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    if (status != XML_STATUS_OK && !reading.is_stopped())
        return fail(std::vector{RowFault{0, "", std::string{why_not_read(XML_GetErrorCode(parser.get()))}}});
    return std::move(reading).result();
}

}  // namespace safelead::exchange
