#include "web/pages/referral_rows.h"

#include "directory/local_time.h"
#include "web/forms/form_writer.h"
#include "web/forms/referral_draft_form.h"
#include "web/pages/referral_times.h"
#include "web/pages/words.h"

#include <span>
#include <type_traits>
#include <utility>

namespace safelead::web {

namespace {

std::string time_words(const ReferralPage& page, const record::EventTime& time)
{
    std::string text = time.words;
    const auto add = [&text](std::string_view more) {
        if (!text.empty()) text += "; ";
        text += more;
    };
    if (time.instant)
        add(in_words(page.zone, *time.instant));
    else if (time.day)
        add(directory::long_date(*time.day));
    return text;
}

/// Those of `fields` that say something, in their order.
template <class Said>
void add_fields(std::vector<ReferralRow>& rows, const Speaker& say, std::span<const ReferralField> fields,
                const Said& said, const std::optional<record::CaseRef>& child)
{
    for (const auto& field : fields)
        record::each_field_of(said, [&]<class Value>(std::string_view name, const Value& value) {
            if constexpr (std::is_same_v<Value, std::string>)
                if (name == field.name && !value.empty())
                    rows.push_back({child, say.plain(field.label), value});
        });
}

}  // namespace

std::vector<ReferralRow> referral_rows(const Speaker& say, const ReferralPage& page)
{
    const auto& of = *page.view.it;
    std::vector<ReferralRow> rows;
    for (const auto& child : of.children) add_fields(rows, say, referred_child_fields(), child, child.ref);
    rows.push_back({{}, say.plain("Do the parents know?"_p), say.plain(answer_words(of.words.parents_know))});
    add_fields(rows, say, referral_fields(), of.words, {});
    if (auto called = time_words(page, of.words.called); !called.empty())
        rows.push_back({{}, say.plain("When they were rung"_p), std::move(called)});
    return rows;
}

}  // namespace safelead::web
