#include "render/template/engine.h"
