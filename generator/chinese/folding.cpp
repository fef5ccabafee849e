#include "chinese/folding.h"
