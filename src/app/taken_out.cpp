#include "app/taken_out.h"

#include "app/said.h"

namespace safelead::app {

std::size_t taken_out_of(std::vector<std::string> typed)
{
    WordsGate gate;
    gate(typed);
    return gate.taken_out();
}

}  // namespace safelead::app
