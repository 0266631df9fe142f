/** Pages whose events a flight refuses. */
export const origins = {
  origins: {
    refused: (origin: string) => `This flight refuses events from ${origin}: it is not among its allowed origins.`,
    allow: (origin: string) => `Allow ${origin}`,
  },
};
