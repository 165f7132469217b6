/**
 * The layout that comes with the product, after Điều 104 of Nghị định 98/2023/NĐ-CP: A4 on its side, nation and motto, who decides (red), "tặng", what
 * (red), to whom and for what; decision and golden-book number at the left foot, place, office and name at the right. That decree has lapsed and
 * what took its place was not found, so this is a default and says so.
 */
import data from './data/default-layout.json' with { type: 'json' };
import type { Layout } from './layout.ts';
import { layout } from './layout.ts';

export const defaultLayout: Layout = layout.parse(data);
