#include "chinese/numbers.h"
