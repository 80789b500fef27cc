/** The roles that have a view of their own in a plan, in the order of its keys. */
export const VIEWS = [
  'purpose',
  'requirements',
  'objectives',
  'content',
  'forms',
  'audience',
  'schedule',
  'solutions',
  'budget',
  'organization',
  'reporting',
] as const

/** What a section of a plan can be about. */
export const ROLES = [...VIEWS, 'other'] as const

/** Levels of government, and those outside it, that an issuer belongs to. */
export const LEVELS = ['commune', 'district', 'province', 'central', 'party', 'organization'] as const
