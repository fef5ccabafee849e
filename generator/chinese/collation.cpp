#include "chinese/collation.h"
