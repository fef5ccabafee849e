#include "index/site_plan.h"
