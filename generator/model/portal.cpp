#include "model/portal.h"
