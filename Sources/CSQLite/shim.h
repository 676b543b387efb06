// libsqlite3 and nothing else. sqlite3_db_config is variadic in C, which Swift cannot call; these
// two inline wrappers fix the arguments of the only form that is used here.
#ifndef OGPSTATS_CSQLITE_SHIM_H
#define OGPSTATS_CSQLITE_SHIM_H
#include <sqlite3.h>

static inline int csqlite_config_flag(sqlite3 *connection, int option, int on) {
  return sqlite3_db_config(connection, option, on, (int *)0);
}
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }
#endif
