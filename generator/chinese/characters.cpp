#include "chinese/characters.h"
