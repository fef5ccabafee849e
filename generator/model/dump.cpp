#include "model/dump.h"
