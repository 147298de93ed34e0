// What the words of a child's own events are called.

#include "base/bug.h"
#include "web/pages/child_sections.h"
#include "web/pages/words.h"

namespace safelead::web {

Phrase tie_words(record::Tie tie)
{
    switch (tie) {
        case record::Tie::siblings:
            return "Brother or sister"_p;
        case record::Tie::half_or_step_siblings:
            return "Half or step brother or sister"_p;
        case record::Tie::same_household:
            return "Lives in the same household"_p;
        case record::Tie::other_family:
            return "Other family"_p;
    }
    throw_bug("a tie of no kind");
}

Phrase given_for_words(record::GivenFor purpose)
{
    switch (purpose) {
        case record::GivenFor::subject_access:
            return "Subject access: the young person, or somebody for them, asks what is held"_p;
        case record::GivenFor::transfer:
            return "Transfer to the next school or college"_p;
        case record::GivenFor::court:
            return "A court, or somebody acting for one"_p;
        case record::GivenFor::own_file:
            return "The school’s own file"_p;
    }
    throw_bug("a record given for nothing");
}

Phrase sex_words(record::Sex sex)
{
    switch (sex) {
        case record::Sex::not_known:
            return "Not known"_p;
        case record::Sex::female:
            return "Female"_p;
        case record::Sex::male:
            return "Male"_p;
        case record::Sex::prefers_not_to_say:
            return "Prefers not to say"_p;
    }
    throw_bug("a sex without words");
}

Phrase ethnicity_words(record::Ethnicity ethnicity)
{
    switch (ethnicity) {
        case record::Ethnicity::not_known:
            return "Not known"_p;
        case record::Ethnicity::asian:
            return "Asian or Asian British"_p;
        case record::Ethnicity::black:
            return "Black, Black British, Caribbean or African"_p;
        case record::Ethnicity::mixed:
            return "Mixed or multiple ethnic groups"_p;
        case record::Ethnicity::white:
            return "White"_p;
        case record::Ethnicity::other:
            return "Another ethnic group"_p;
        case record::Ethnicity::prefers_not_to_say:
            return "Prefers not to say"_p;
    }
    throw_bug("an ethnicity without words");
}

Phrase special_needs_words(record::SpecialNeeds needs)
{
    switch (needs) {
        case record::SpecialNeeds::not_known:
            return "Not known"_p;
        case record::SpecialNeeds::none:
            return "No special educational needs known to the school"_p;
        case record::SpecialNeeds::support:
            return "SEN support"_p;
        case record::SpecialNeeds::plan:
            return "Education, health and care plan"_p;
        case record::SpecialNeeds::prefers_not_to_say:
            return "Prefers not to say"_p;
    }
    throw_bug("special needs without words");
}

}  // namespace safelead::web
