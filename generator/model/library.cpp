#include "model/library.h"
