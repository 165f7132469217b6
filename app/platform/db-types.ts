// Generated from the migrated database by scripts/generate-db-types.ts. Do not edit.
export interface DB {}
