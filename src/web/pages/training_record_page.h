#pragma once

// Who has which training: for oneself, for a lead or head that of everybody here, and what of it is for
// today.

#include "app/training_record.h"
#include "web/forms/form_writer.h"

#include <string>
#include <vector>

namespace safelead::web {

struct MyTrainingPage {
    const app::MyTraining& mine;
    const learning::Curriculum& curriculum;
    const directory::Zone& zone;
};
[[nodiscard]] Html my_training_page(const Speaker& say, const MyTrainingPage& page);

struct RecordPage {
    const std::vector<app::PersonsTraining>& people;
    const learning::Curriculum& curriculum;
    const std::string& organisation;
    Date today;
    FormFrame record;
    FormFrame strike_out;
};
[[nodiscard]] Html training_record_page(const FormWriter& form, const RecordPage& page);

/// Parts of the page Today; nothing where training asks nothing.
[[nodiscard]] Html training_today_part(const Speaker& say, const app::TrainingToday& today,
                                       const learning::Curriculum& curriculum, const directory::Zone& zone);

/// "Read and understood" on the page of a guide.
[[nodiscard]] Html understood_part(const FormWriter& form, const FormFrame& frame,
                                   const guidance::OpenText& guide, const std::string& understood);

}  // namespace safelead::web
