/** An account without a touch for longer than this many days has gone quiet. */
export const quietAfterDays = 21
