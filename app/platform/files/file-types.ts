/**
 * The closed list of what may be kept as evidence, and what each is called on the wire.
 * Anything else is named when it can be, and refused. SVG and HTML run script, so they are not on the list; a zip and
 * a mail hide what is inside, so neither are they.
 */
export type FileType =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'heic'
  | 'xlsx'
  | 'docx'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'csv'
  | 'txt';

/** What the bytes turned out to be when they are on no list: enough to say it to a person. */
export type ForeignType =
  | 'empty'
  | 'html'
  | 'svg'
  | 'xml'
  | 'eml'
  | 'zip'
  | 'old_office'
  | 'program'
  | 'binary'
  | 'media'
  | 'archive'
  | 'rtf';

type Facts = { readonly mediaType: string; readonly extensions: readonly string[]; readonly inline: boolean };

export const fileTypes: Readonly<Record<FileType, Facts>> = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], inline: true },
  png: { mediaType: 'image/png', extensions: ['png'], inline: true },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jfif'], inline: true },
  webp: { mediaType: 'image/webp', extensions: ['webp'], inline: true },
  heic: { mediaType: 'image/heic', extensions: ['heic', 'heif'], inline: false },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    inline: false,
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    inline: false,
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
    inline: false,
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'], inline: false },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'], inline: false },
  csv: { mediaType: 'text/csv; charset=utf-8', extensions: ['csv'], inline: false },
  txt: { mediaType: 'text/plain; charset=utf-8', extensions: ['txt'], inline: false },
};

/** For the `accept` attribute of a file field and for the sentence that lists what is taken. */
export const acceptedExtensions: readonly string[] = Object.values(fileTypes).flatMap(({ extensions }) => extensions);

/** The list's type that carries this media type, for rows written by intake; undefined when the list has no such. */
export function typeOfMedia(mediaType: string): FileType | undefined {
  return keys.find((type) => fileTypes[type].mediaType === mediaType);
}

const keys = Object.keys(fileTypes) as FileType[];
