const TYPES = /^(?:text\/css|(?:font|image)\/[\w.+-]+|application\/(?:font-[\w-]+|x-font-[\w-]+|vnd\.ms-fontobject))(?:\s*;|$)/i;

/** Whether a media type is of a style sheet, a font or an image: all that a recording's assets may be. */
export const isAssetType = (contentType: string): boolean => TYPES.test(contentType);
