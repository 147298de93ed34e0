#pragma once

// What a form asks for a record that is kept in a case: for each of its fields the words to ask with. The
// kind of control follows from the type of the field; the same list draws the form, understands what was
// typed, and shows the record afterwards (docs/adr/0125).

#include "web/text/phrase.h"

#include <span>
#include <string_view>

namespace safelead::web {

/// Who may be chosen where somebody on the staff is.
enum class Offered { staff, readers_of_the_case };

struct Asked {
    std::string_view field;  ///< As the record calls it (record/kept_fields.h).
    Phrase label;
    Phrase hint = {};
    Phrase missing = {};                   ///< What to say where nothing came; nothing: it may be left empty.
    int rows = 0;                          ///< Of a text: 0 for one line.
    std::span<const Phrase> choices = {};  ///< Of an enumeration, in its order.
    Offered offered = Offered::staff;
};

/// Specialised for each record: what an `entry` of it is called, the `page` of the case it is shown on, the
/// `title` of its form, the `button`, and the `list` of what is asked.
template <class Record>
struct AskedOf;

template <class Record>
concept HasForm = requires { AskedOf<Record>::list; };

}  // namespace safelead::web
