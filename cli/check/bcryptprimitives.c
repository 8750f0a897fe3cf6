/*
 * The one function that Rust's standard library takes from Windows' bcryptprimitives.dll: random bytes. Debian's Wine 8 has
 * no such library and starts no program that asks for it; newer ones may. `windows` builds this one beside the tool that
 * it tries under Wine. It is nothing for Windows, which has its own.
 */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
    return RtlGenRandom(data, (ULONG)length);
}
