#include "chinese/encoding.h"
