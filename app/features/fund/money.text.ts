/** Money as it is read and as it is spelled out under a sum ("Bằng chữ"). */
import { formatVietnamese } from '../../kernel/decimal.ts';

export const dong = (amount: number): string => formatVietnamese(amount, 0);

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const scales = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ'] as const;

/** "Ba triệu tám trăm nghìn đồng": integer đồng, spelled as accountants do (mốt, lăm, linh, mươi). */
export function moneyInWords(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole money: ${amount}`);
  const spelled = `${amount < 0 ? 'âm ' : ''}${numberInWords(Math.abs(amount))} đồng`;
  return `${spelled.charAt(0).toLocaleUpperCase('vi')}${spelled.slice(1)}`;
}

export function numberInWords(number: number): string {
  if (number === 0) return digits[0];
  const groups = groupsOf(number);
  const words = groups.flatMap((group, at) => {
    if (group === 0) return [];
    const isFirst = at === 0;
    return [hundreds(group, !isFirst), scales[groups.length - 1 - at] ?? ''];
  });
  return words.filter(Boolean).join(' ');
}

/** Of three digits each, highest first. */
function groupsOf(number: number): readonly number[] {
  const groups: number[] = [];
  for (let rest = number; rest > 0; rest = Math.floor(rest / 1000)) groups.unshift(rest % 1000);
  return groups;
}

/** `isWhole`: inside a number the hundreds are spoken even when there are none: "một triệu không trăm linh năm". */
function hundreds(group: number, isWhole: boolean): string {
  const [hundred, ten, one] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const head = hundred > 0 || isWhole ? [`${digits[hundred]} trăm`] : [];
  return [...head, ...tens(ten, one, head.length > 0)].join(' ');
}

function tens(ten: number, one: number, afterHundred: boolean): readonly string[] {
  if (ten === 0) return one === 0 ? [] : [afterHundred ? `linh ${digits[one]}` : (digits[one] ?? '')];
  const head = ten === 1 ? 'mười' : `${digits[ten]} mươi`;
  if (one === 0) return [head];
  if (one === 5) return [head, 'lăm'];
  if (one === 1 && ten > 1) return [head, 'mốt'];
  return [head, digits[one] ?? ''];
}
