import { route } from '@react-router/dev/routes';

const at = (file: string) => `features/consolidation/routes/${file}`;

export const consolidationRoutes = [
  route('bao-cao-tong-hop', at('consolidations.tsx')),
  route('bao-cao-tong-hop/moi', at('new-consolidation.tsx')),
  route('bao-cao-tong-hop/thong-ke', at('statistics.tsx')),
  route('bao-cao-tong-hop/thong-ke/tai.xlsx', at('statistics-file.ts'), { id: 'statistics-xlsx' }),
  route('bao-cao-tong-hop/thong-ke/tai.csv', at('statistics-file.ts'), { id: 'statistics-csv' }),
  route('bao-cao-tong-hop/:id', at('consolidation.tsx')),
  route('bao-cao-tong-hop/:id/the-thuc', at('paper.tsx'), { id: 'consolidation-paper' }),
  route('bao-cao-tong-hop/:id/muc/:part', at('part.tsx'), { id: 'consolidation-part' }),
  route('bao-cao-tong-hop/:id/doan/:pieceId', at('piece.tsx'), { id: 'consolidation-piece' }),
  route('bao-cao-tong-hop/:id/ban/:number', at('edition.tsx'), { id: 'consolidation-edition' }),
  route('bao-cao-tong-hop/:id/ban/:number/:format', at('file.ts'), { id: 'consolidation-file' }),
];
