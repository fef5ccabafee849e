#include "render/template/value.h"
