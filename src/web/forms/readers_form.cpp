#include "web/forms/readers_form.h"

#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace safelead::web {

namespace {

constexpr std::array forms{Option<ReadersForm>{"keep-out", ReadersForm::keep_out},
                           Option<ReadersForm>{"let-in", ReadersForm::let_in},
                           Option<ReadersForm>{"lock", ReadersForm::lock},
                           Option<ReadersForm>{"name", ReadersForm::name},
                           Option<ReadersForm>{"unlock", ReadersForm::unlock},
                           Option<ReadersForm>{"look", ReadersForm::look}};

constexpr std::array nearness{Option<record::TooNear>{"own-child", record::TooNear::own_child},
                              Option<record::TooNear>{"family-or-friend", record::TooNear::family_or_friend},
                              Option<record::TooNear>{"allegation", record::TooNear::allegation},
                              Option<record::TooNear>{"something-else", record::TooNear::something_else}};

PersonId person_in(FormReader& read, std::string_view field)
{
    return PersonId{read.needed(field, "Choose who"_p)};
}

record::PersonKeptOut kept_out_in(FormReader& read, const PersonId& by)
{
    record::PersonKeptOut out{by, person_in(read, "person-keep-out"), record::TooNear::something_else, {}};
    const auto near = read.choice<record::TooNear>("near", nearness);
    if (!near) read.wrong("near", "Choose why they stand too near"_p);
    out.near = near.value_or(record::TooNear::something_else);
    out.why = read.needed("why-keep-out", "Say what is known about that"_p);
    return out;
}

record::ReadersChange change_in(FormReader& read, ReadersForm form, const PersonId& by)
{
    const auto person = fmt::format("person-{}", readers_word(form));
    const auto why = fmt::format("why-{}", readers_word(form));
    const auto reason = [&] { return read.needed(why, "Say why"_p); };
    switch (form) {
        case ReadersForm::keep_out:
            return kept_out_in(read, by);
        case ReadersForm::let_in: {
            record::PersonLetBackIn back{by, person_in(read, person), {}};
            back.why = reason();
            return back;
        }
        case ReadersForm::lock: {
            record::ReferralLocked locked{by, person_in(read, person), {}};
            locked.why = reason();
            return locked;
        }
        case ReadersForm::name: {
            record::ReaderNamed named{by, person_in(read, person), {}};
            named.why = reason();
            return named;
        }
        case ReadersForm::unlock:
            return record::ReferralUnlocked{by, reason()};
        case ReadersForm::look:
            return record::ReadersLookedAt{by, read.needed(why, "Say what you found"_p)};
    }
    throw_bug("who reads a referral is settled in no way");
}

}  // namespace

std::string_view readers_word(ReadersForm form)
{
    const auto found = std::ranges::find(forms, form, &Option<ReadersForm>::value);
    if (found == forms.end()) throw_bug("a form about who reads a referral has no word");
    return found->word;
}

Result<Typed<record::ReadersChange>, FormErrors> parse_readers_change(const FormFields& typed,
                                                                      const directory::Zone& zone,
                                                                      const PersonId& by)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    const auto form = read.choice<ReadersForm>("kind", forms);
    if (!form) {
        read.wrong("form", "Choose what to do"_p);
        return fail(read.errors());
    }
    auto change = change_in(read, *form, by);
    return read.finish(Typed<record::ReadersChange>{command, std::move(change)});
}

FormErrors readers_errors(FormErrors errors, const FormFields& typed)
{
    for (auto& error : errors)
        if (error.field == "person" || error.field == "why")
            error.field = fmt::format("{}-{}", error.field, typed.text("kind"));
    return errors;
}

}  // namespace safelead::web
