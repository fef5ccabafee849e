#include "chinese/dates.h"
