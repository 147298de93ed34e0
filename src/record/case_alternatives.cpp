// What is compiled once of the long variants (base/one_of.h).

#include "record/case_commands.h"

template struct safelead::OneOf<safelead::record::KeepableAlternatives>;
template struct safelead::OneOf<safelead::record::CaseEventAlternatives>;
template struct safelead::OneOf<safelead::record::CaseCommandAlternatives>;
