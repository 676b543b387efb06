// Calls of glibc that its headers show only under _GNU_SOURCE, which Swift's Glibc module is built
// without.
#ifndef OGPSTATS_CLINUX_SHIM_H
#define OGPSTATS_CLINUX_SHIM_H

// Linux 3.15, glibc 2.28: with OGPSTATS_RENAME_EXCHANGE both paths change places in one step.
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path,
              unsigned int flags);
enum { OGPSTATS_RENAME_EXCHANGE = 2 };

// glibc 2.32: the text of an error number, untranslated.
const char *strerrordesc_np(int code);
#endif
