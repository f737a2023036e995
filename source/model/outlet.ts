/** A publisher the program can recognise in a page. Data, in data/outlets.json. */
export type Outlet = {readonly name: string; readonly aliases: readonly string[]; readonly domains: readonly string[]};
