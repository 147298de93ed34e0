#include "support/source_dir.h"

namespace safelead::test {

const std::string& source_dir()
{
    static const std::string folder{SAFELEAD_SOURCE_DIR};
    return folder;
}

}  // namespace safelead::test
