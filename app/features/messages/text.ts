import { paperKinds } from '../dossiers/papers.ts';
import { paperKindText } from '../dossiers/papers.text.ts';
import { dossierStages } from '../dossiers/procedure.ts';
import { stageForUnitText } from '../dossiers/text.ts';
import type { Role } from '../../kernel/actor.ts';
import { dateText } from '../../ui/moment.ts';
import { periodText } from '../indicators/text.ts';
import { roleNames } from '../../platform/text.ts';
import { dueText, dutyKindText, dutyText, standingText } from '../urging/text.ts';
import type { DutiesFacts, DutyLine, ManyFacts, MessageFacts } from './message.ts';
import { judgementSaid, levelsSaid, objectionSaid, scoreCardSaid } from './scoring.text.ts';

type Said = { readonly subject: string; readonly sentence: string };

const accountEvents: Readonly<Record<string, string>> = {
  'account.locked': 'Tài khoản bị khóa tạm thời vì nhập sai mật khẩu nhiều lần.',
  'account.password_set': 'Mật khẩu vừa được đặt lại.',
  'account.second_factor_set': 'Đã bật xác thực hai bước.',
  'account.second_factor_removed': 'Xác thực hai bước đã tắt.',
  'account.recovery_code_used': 'Vừa có người đăng nhập bằng một mã dự phòng.',
  'account.passkey_added': 'Vừa thêm một khóa truy cập (passkey).',
  'api_token.created': 'Vừa tạo một khóa API.',
};

function afterReason(reason: string | null): string {
  return reason ? ` Lý do: ${reason}` : '';
}

export function saidOf(facts: MessageFacts): Said {
  switch (facts.about) {
    case 'value':
      return valueSaid(facts);
    case 'pledge':
      return pledgeSaid(facts);
    case 'many':
      return manySaid(facts);
    case 'target':
      return {
        subject: 'Có chỉ tiêu mới được giao',
        sentence: `${facts.unit} được giao chỉ tiêu năm ${facts.year}: ${facts.indicator}.`,
      };
    case 'account':
      return {
        subject: 'Thay đổi về tài khoản',
        sentence: `${accountEvents[facts.event] ?? 'Tài khoản vừa có thay đổi.'} Nếu không phải do ông/bà thực hiện, hãy đổi mật khẩu và báo ngay người quản trị.`,
      };
    case 'role': {
      const role = roleNames[facts.role as Role] ?? facts.role;
      return facts.delegated
        ? { subject: 'Được ủy quyền', sentence: `Ông/bà được ủy quyền vai trò ${role} tại ${facts.unit}.` }
        : { subject: 'Được giao vai trò', sentence: `Ông/bà được giao vai trò ${role} tại ${facts.unit}.` };
    }
    case 'import':
      return facts.stage === 'done'
        ? { subject: 'Đã nạp xong tệp', sentence: `Tệp ${facts.fileName} đã nạp xong ${facts.total} dòng.` }
        : {
            subject: 'Nạp tệp chưa thành công',
            sentence: `Tệp ${facts.fileName} chưa nạp được. Mở lần nạp để xem lỗi và thử lại.`,
          };
    case 'snapshot':
      return { subject: 'Đã chốt số liệu', sentence: `Đã chốt số liệu: ${facts.title}.` };
    case 'round':
      return {
        subject: 'Có kỳ báo cáo mới',
        sentence: `${facts.name}: đơn vị của ông/bà phải gửi báo cáo, hạn hết ngày ${dateText(facts.due)}.`,
      };
    case 'round_amended':
      return amendedSaid(facts);
    case 'report':
      return reportSaid(facts);
    case 'plan':
      return planSaid(facts);
    case 'progress':
      return progressSaid(facts);
    case 'programme':
      return {
        subject: 'Có tên trong chương trình kiểm tra',
        sentence: `${facts.by} đã ban hành ${facts.title}, trong đó có đơn vị của ông/bà.`,
      };
    case 'criteria':
      return {
        subject: 'Bộ tiêu chí chấm điểm đã ban hành',
        sentence: `${facts.title}, năm ${facts.year}${facts.edition > 1 ? `, bản ${facts.edition}` : ''}, ban hành theo văn bản ${facts.number}. Đơn vị của ông/bà được chấm theo bộ này.`,
      };
    case 'block':
      return blockSaid(facts);
    case 'inspection':
      return inspectionSaid(facts);
    case 'finding':
      return findingSaid(facts);
    case 'judgement':
      return judgementSaid(facts);
    case 'score_card':
      return scoreCardSaid(facts);
    case 'objection':
      return objectionSaid(facts);
    case 'duties':
      return dutiesSaid(facts);
    case 'letter':
      return {
        subject: 'Có công văn đôn đốc',
        sentence: `${facts.issuer} ban hành công văn số ${facts.number} ngày ${dateText(facts.day)}, V/v ${facts.subject}, trong đó có đơn vị của ông/bà.`,
      };
    case 'named':
      return {
        subject: 'Được phân công phụ trách',
        sentence: `Ông/bà được phân công phụ trách ở ${facts.unit}: ${facts.what === null ? `mọi việc loại “${dutyKindText[facts.kind]}”` : dutyText({ kind: facts.kind, about: facts.what })}.`,
      };
    case 'consolidation':
      return consolidationSaid(facts);
    case 'dossier':
      return dossierSaid(facts);
    case 'dossier_paper':
      return supplementSaid(facts);
    case 'initiative':
      return initiativeSaid(facts);
    case 'decision':
      return decisionSaid(facts);
    case 'result':
      return resultSaid(facts);
    case 'result_appeal':
      return appealSaid(facts);
    case 'levels':
      return levelsSaid(facts);
    case 'opinion':
      return opinionSaid(facts);
    case 'council':
      return councilSaid(facts);
    case 'movement':
      return {
        subject: 'Có phong trào thi đua mới',
        sentence: `${facts.unit} phát động phong trào: ${facts.name}. Mở để xem và tiếp nhận cho đơn vị.`,
      };
  }
}

function manySaid(facts: ManyFacts): Said {
  const { of, stage, count, units, unit, reason, fileName } = facts;
  const whose = unit ?? `${units} đơn vị`;
  const from = fileName === null ? '' : ` Nạp từ tệp ${fileName}.`;
  switch (of) {
    case 'value':
      if (stage === 'submitted')
        return {
          subject: `Có ${count} số liệu chờ xác nhận`,
          sentence: `${count} số liệu của ${whose} đã gửi, chờ xác nhận.${from}`,
        };
      if (stage === 'verified')
        return { subject: `${count} số liệu đã được xác nhận`, sentence: `${count} số liệu của ${whose} đã xác nhận.` };
      return {
        subject: `${count} số liệu bị trả lại`,
        sentence: `${count} số liệu của ${whose} cần sửa và gửi lại.${afterReason(reason)}`,
      };
    case 'pledge':
      if (stage === 'submitted')
        return {
          subject: `Có ${count} đăng ký chỉ tiêu chờ tiếp nhận`,
          sentence: `${count} đăng ký chỉ tiêu của ${whose} đang chờ tiếp nhận.`,
        };
      if (stage === 'accepted')
        return {
          subject: `${count} đăng ký chỉ tiêu đã được tiếp nhận`,
          sentence: `${count} đăng ký chỉ tiêu của ${whose} đã tiếp nhận.`,
        };
      return {
        subject: `${count} đăng ký chỉ tiêu bị trả lại`,
        sentence: `${count} đăng ký chỉ tiêu của ${whose} cần sửa và gửi lại.${afterReason(reason)}`,
      };
    case 'target':
      return { subject: `Có ${count} chỉ tiêu mới được giao`, sentence: `${count} chỉ tiêu được giao cho ${whose}.` };
  }
}

function consolidationSaid({ stage, title, reason }: Extract<MessageFacts, { about: 'consolidation' }>): Said {
  switch (stage) {
    case 'frozen':
      return { subject: 'Có báo cáo tổng hợp chờ ký', sentence: `${title}: đã chốt, chờ ông/bà ký.` };
    case 'issued':
      return { subject: 'Báo cáo tổng hợp đã ban hành', sentence: `${title}: đã ký, ban hành.` };
    default:
      return {
        subject: 'Báo cáo tổng hợp cần biên tập lại',
        sentence: `${title}: cần biên tập lại.${afterReason(reason)}`,
      };
  }
}

function valueSaid(facts: Extract<MessageFacts, { about: 'value' }>): Said {
  const what = `${facts.indicator}, ${facts.unit}, ${periodText(facts.period)}`;
  switch (facts.stage) {
    case 'submitted':
      return { subject: 'Có số liệu chờ xác nhận', sentence: `${what}: đã gửi, chờ xác nhận.` };
    case 'verified':
      return { subject: 'Số liệu đã được xác nhận', sentence: `${what}: đã xác nhận.` };
    default:
      return { subject: 'Số liệu bị trả lại', sentence: `${what}: cần sửa và gửi lại.${afterReason(facts.reason)}` };
  }
}

function pledgeSaid(facts: Extract<MessageFacts, { about: 'pledge' }>): Said {
  const what = `Đăng ký năm ${facts.year} của ${facts.unit}: ${facts.what}`;
  switch (facts.stage) {
    case 'submitted':
      return { subject: 'Có đăng ký chỉ tiêu chờ tiếp nhận', sentence: `${what}. Đang chờ tiếp nhận.` };
    case 'accepted':
      return { subject: 'Đăng ký chỉ tiêu đã được tiếp nhận', sentence: `${what}. Đã tiếp nhận.` };
    default:
      return {
        subject: 'Đăng ký chỉ tiêu bị trả lại',
        sentence: `${what}. Cần sửa và gửi lại.${afterReason(facts.reason)}`,
      };
  }
}

function amendedSaid({ what, was, became, name, reason }: Extract<MessageFacts, { about: 'round_amended' }>): Said {
  const why = afterReason(reason);
  switch (what) {
    case 'due':
      return {
        subject: 'Lùi hạn gửi báo cáo',
        sentence: `${name}: hạn gửi chuyển từ ${dateText(was)} sang hết ngày ${dateText(became)}.${why}`,
      };
    case 'form':
      return {
        subject: 'Mẫu báo cáo đã đổi',
        sentence: `${name}: chuyển từ bản mẫu ${was} sang bản ${became}. Phần đã viết vẫn giữ; mở báo cáo để xem các mục mới.${why}`,
      };
    case 'unit_out':
      return {
        subject: 'Không còn phải gửi báo cáo',
        sentence: `${name}: đơn vị của ông/bà được đưa ra khỏi kỳ báo cáo.${why}`,
      };
  }
}

function opinionSaid({ why, title, body, by, due }: Extract<MessageFacts, { about: 'opinion' }>): Said {
  switch (why) {
    case 'asked':
      return {
        subject: 'Được lấy ý kiến về hồ sơ khen thưởng',
        sentence: `${by} lấy ý kiến về hồ sơ: ${title}. Hạn trả lời: hết ngày ${dateText(due)}.`,
      };
    case 'reminded':
      return {
        subject: 'Sắp hết hạn cho ý kiến về hồ sơ khen thưởng',
        sentence: `${body} chưa có ý kiến về hồ sơ: ${title}. Hạn trả lời: hết ngày ${dateText(due)}.`,
      };
    case 'answered':
      return { subject: 'Đã có ý kiến về hồ sơ khen thưởng', sentence: `${body} đã có ý kiến về hồ sơ: ${title}.` };
    case 'silent':
      return {
        subject: 'Hết hạn mà không có ý kiến trả lời',
        sentence: `${body} không có ý kiến trả lời trong thời hạn về hồ sơ: ${title}.`,
      };
  }
}

function resultSaid({ stage, title }: Extract<MessageFacts, { about: 'result' }>): Said {
  switch (stage) {
    case 'settled':
      return {
        subject: 'Có kết quả thi đua chờ Hội đồng thông qua',
        sentence: `${title}: đã chốt điểm, chờ ghi nhận Hội đồng thông qua.`,
      };
    case 'signed_off':
      return {
        subject: 'Có kết quả thi đua chờ công bố',
        sentence: `${title}: Hội đồng đã thông qua, chờ người có thẩm quyền công bố.`,
      };
    default:
      return {
        subject: 'Kết quả thi đua đã công bố',
        sentence: `${title}: xem hạng, điểm, xếp loại của đơn vị; không đồng ý thì thủ trưởng gửi kiến nghị trong thời hạn.`,
      };
  }
}

function appealSaid({ stage, title, unit }: Extract<MessageFacts, { about: 'result_appeal' }>): Said {
  switch (stage) {
    case 'filed':
      return { subject: 'Có kiến nghị về kết quả thi đua', sentence: `${unit} kiến nghị về kết quả: ${title}.` };
    case 'withdrawn':
      return { subject: 'Kiến nghị về kết quả đã rút', sentence: `${unit} rút kiến nghị về kết quả: ${title}.` };
    case 'accepted':
      return { subject: 'Kiến nghị đã được tiếp nhận', sentence: `Kiến nghị của ${unit} về kết quả: ${title}.` };
    default:
      return {
        subject: 'Đã có kết luận về kiến nghị',
        sentence: `Kiến nghị của ${unit} về kết quả ${title} đã có kết luận kèm văn bản trả lời.`,
      };
  }
}

function decisionSaid({ stage, title, number, reason }: Extract<MessageFacts, { about: 'decision' }>): Said {
  const what = number === null ? title : `Quyết định số ${number}: ${title}`;
  switch (stage) {
    case 'submitted':
      return { subject: 'Có quyết định khen thưởng chờ duyệt', sentence: `${what}: chờ duyệt danh sách.` };
    case 'numbered':
      return { subject: 'Có quyết định khen thưởng chờ ký', sentence: `${what}: đã có số, chờ ký.` };
    case 'signed':
      return { subject: 'Có quyết định khen thưởng chờ đóng dấu', sentence: `${what}: đã ký, chờ ký số của cơ quan.` };
    case 'sealed':
      return { subject: 'Có quyết định khen thưởng chờ ban hành', sentence: `${what}: đã ký và đóng dấu.` };
    case 'issued':
      return {
        subject: 'Quyết định khen thưởng đã ban hành',
        sentence: `${what}: đã ban hành, xem tên người, tập thể của đơn vị.`,
      };
    default:
      return {
        subject: 'Quyết định khen thưởng bị trả lại',
        sentence: `${what}: cần sửa rồi trình lại.${afterReason(reason)}`,
      };
  }
}

function initiativeSaid(facts: Extract<MessageFacts, { about: 'initiative' }>): Said {
  const what = `${facts.title}, ${facts.unit}`;
  switch (facts.stage) {
    case 'submitted':
    case 'raised':
      return { subject: 'Có sáng kiến, mô hình chờ xem xét', sentence: `${what}: đã ký gửi, chờ xem xét.` };
    case 'recognised':
      return facts.reason === null
        ? { subject: 'Sáng kiến, mô hình đã được công nhận', sentence: `${what}: đã được công nhận.` }
        : { subject: 'Sáng kiến chưa được công nhận ở cấp tỉnh', sentence: `${what}.${afterReason(facts.reason)}` };
    case 'refused':
      return {
        subject: 'Sáng kiến, mô hình không được công nhận',
        sentence: `${what}: không được công nhận.${afterReason(facts.reason)}`,
      };
    case 'returned':
      return {
        subject: 'Sáng kiến, mô hình bị trả lại',
        sentence: `${what}: cần sửa và ký gửi lại.${afterReason(facts.reason)}`,
      };
    default:
      return { subject: 'Sáng kiến, mô hình đang được chấm', sentence: `${what}: đã đưa ra chấm.` };
  }
}

function dossierSaid(facts: Extract<MessageFacts, { about: 'dossier' }>): Said {
  const what = `${facts.title}, ${facts.unit} (${facts.code})`;
  if (facts.isNext) {
    const { subject, step } = dossierNext[facts.stage] ?? { subject: 'Có hồ sơ khen thưởng', step: 'chờ xử lý' };
    return { subject, sentence: `${what}: ${step}.` };
  }
  const stage = dossierStages.find((each) => each === facts.stage);
  const why = facts.stage === 'returned' || facts.stage === 'refused' ? afterReason(facts.reason) : '';
  return {
    subject: facts.stage === 'returned' ? 'Hồ sơ khen thưởng bị trả lại' : 'Hồ sơ khen thưởng chuyển bước',
    sentence: `${what}. ${stage ? stageForUnitText[stage] : ''}${why}`,
  };
}

function supplementSaid({ title, code, unit, paper, file }: Extract<MessageFacts, { about: 'dossier_paper' }>): Said {
  const kind = paperKinds.find((each) => each === paper) ?? 'other';
  return {
    subject: 'Đơn vị nộp bổ sung giấy tờ',
    sentence: `${title}, ${unit} (${code}): nộp bổ sung ${paperKindText[kind].toLocaleLowerCase('vi')}, tệp ${file}.`,
  };
}

const dossierNext: Readonly<Record<string, { readonly subject: string; readonly step: string }>> = {
  submitted: { subject: 'Có hồ sơ khen thưởng chờ xử lý', step: 'đã ký gửi, chờ tiếp nhận hoặc xác nhận' },
  council: { subject: 'Có hồ sơ khen thưởng trình Hội đồng', step: 'đã trình Hội đồng, chờ đưa vào phiên họp' },
  deciding: { subject: 'Có hồ sơ khen thưởng chờ quyết định', step: 'đã trình, chờ quyết định' },
};

function councilSaid({ what, title, day, time, place }: Extract<MessageFacts, { about: 'council' }>): Said {
  const when = [`${time === '' ? '' : `${time} `}ngày ${dateText(day)}`, place].filter(Boolean).join(', ');
  switch (what) {
    case 'called':
      return {
        subject: 'Triệu tập phiên họp hội đồng',
        sentence: `${title}: ${when}. Mở để xem chương trình và hồ sơ.`,
      };
    case 'reminded':
      return { subject: 'Nhắc phiên họp hội đồng', sentence: `${title}: ${when}.` };
    case 'paper_received':
      return {
        subject: 'Đã nhận phong bì phiếu kín của ông/bà',
        sentence: `${title}: thư ký ghi nhận đã nhận phong bì phiếu giấy của ông/bà. Nếu ông/bà không gửi, báo ngay Chủ tịch Hội đồng.`,
      };
    case 'paper_given_back':
      return {
        subject: 'Phong bì phiếu kín được trả lại',
        sentence: `${title}: phong bì phiếu giấy của ông/bà được trả lại, chưa mở. Ông/bà bỏ phiếu từ tài khoản của mình được.`,
      };
    case 'voting':
      return { subject: 'Có mục chờ biểu quyết', sentence: `${title}: đã mở biểu quyết. Mỗi mục một phiếu.` };
    case 'suspended':
      return { subject: 'Phiên họp hội đồng tạm dừng', sentence: `${title}: tạm dừng, chưa biểu quyết được.` };
    case 'concluded':
      return { subject: 'Phiên họp hội đồng đã kết thúc', sentence: `${title}: đã chốt biên bản.` };
    case 'cancelled':
      return { subject: 'Hủy phiên họp hội đồng', sentence: `${title} (${when}) không họp.` };
  }
}

function reportSaid(facts: Extract<MessageFacts, { about: 'report' }>): Said {
  const what = `${facts.round}, ${facts.unit}`;
  switch (facts.stage) {
    case 'presented':
      return { subject: 'Có báo cáo chờ ký', sentence: `${what}: đã trình, chờ thủ trưởng ký gửi.` };
    case 'signed':
      return { subject: 'Có báo cáo chờ tiếp nhận', sentence: `${what}: đã ký gửi, chờ tiếp nhận.` };
    case 'received':
      return { subject: 'Báo cáo đã được tiếp nhận', sentence: `${what}: đã tiếp nhận.` };
    default:
      return { subject: 'Báo cáo bị trả lại', sentence: `${what}: cần sửa và gửi lại.${afterReason(facts.reason)}` };
  }
}

function planSaid(facts: Extract<MessageFacts, { about: 'plan' }>): Said {
  const what = `${facts.title}, ${facts.unit}`;
  switch (facts.stage) {
    case 'submitted':
      return { subject: 'Có kế hoạch chờ phê duyệt', sentence: `${what}: đã trình, chờ thủ trưởng phê duyệt.` };
    case 'approved':
      return {
        subject: 'Kế hoạch đã được phê duyệt',
        sentence: `${what}: đã phê duyệt. Cập nhật tiến độ theo từng nhiệm vụ.`,
      };
    case 'joined':
      return {
        subject: 'Đơn vị có nhiệm vụ trong một kế hoạch',
        sentence: `${what}: đã phê duyệt, đơn vị của ông/bà chủ trì hoặc phối hợp nhiệm vụ trong đó.`,
      };
    default:
      return { subject: 'Kế hoạch bị trả lại', sentence: `${what}: cần sửa và trình lại.${afterReason(facts.reason)}` };
  }
}

function progressSaid({ isPart, unit, what, percent }: Extract<MessageFacts, { about: 'progress' }>): Said {
  if (isPart)
    return {
      subject: 'Đơn vị phối hợp cập nhật phần việc',
      sentence: `${unit}: phần việc của “${what}” đã làm ${percent}%.`,
    };
  return percent === 100
    ? { subject: 'Đã đạt một mốc của kế hoạch', sentence: `${unit}: đã đạt mốc “${what}”.` }
    : { subject: 'Một mốc của kế hoạch chưa đạt', sentence: `${unit}: mốc “${what}” được báo cáo lại là chưa đạt.` };
}

function blockSaid({ what, block, year, title, day, time, place }: Extract<MessageFacts, { about: 'block' }>): Said {
  const when =
    day === null ? '' : [`${time === '' ? '' : `${time} `}ngày ${dateText(day)}`, place].filter(Boolean).join(', ');
  switch (what) {
    case 'seated':
      return {
        subject: 'Trưởng, phó, thành viên khối, cụm',
        sentence: `${block}: đã ghi nhận thành viên, trưởng, phó năm ${year}.`,
      };
    case 'stood_in':
      return {
        subject: 'Phó khối, cụm làm thay trưởng',
        sentence: `${block}: việc phó làm thay trưởng năm ${year} đã thay đổi. Mở để xem.`,
      };
    case 'pact_open':
      return {
        subject: 'Có giao ước thi đua chờ ký',
        sentence: `${block}: ${title} đã được đưa ra lấy chữ ký của thủ trưởng các đơn vị.`,
      };
    case 'pact_closed':
      return { subject: 'Giao ước thi đua đã ký kết', sentence: `${block}: ${title} đã kết thúc ký.` };
    case 'pact_unsigned':
      return {
        subject: 'Có đơn vị rút chữ ký giao ước',
        sentence: `${block}: một đơn vị đã rút chữ ký ở ${title}. Mở để xem lý do.`,
      };
    case 'pact_declined':
      return {
        subject: 'Có đơn vị không ký giao ước',
        sentence: `${block}: một đơn vị cho biết không ký ${title}. Mở để xem lý do.`,
      };
    case 'called':
      return {
        subject: 'Mời họp khối, cụm thi đua',
        sentence: `${block}: ${title}, ${when}. Mở để xem chương trình, tài liệu.`,
      };
    case 'meeting_changed':
      return { subject: 'Cuộc họp khối, cụm thay đổi', sentence: `${block}: ${title} nay là ${when}.` };
    case 'cancelled':
      return { subject: 'Hủy cuộc họp khối, cụm', sentence: `${block}: ${title} (${when}) không họp.` };
    case 'minutes':
      return {
        subject: 'Có biên bản họp khối, cụm',
        sentence: `${block}: ${title} đã chốt biên bản. Mở để xem việc đã thống nhất.`,
      };
  }
}

function inspectionSaid(facts: Extract<MessageFacts, { about: 'inspection' }>): Said {
  const what = `${facts.title}, ${facts.unit}`;
  switch (facts.stage) {
    case 'held':
      return {
        subject: 'Có biên bản kiểm tra',
        sentence: `${what}: ${facts.by} đã chốt biên bản. Mở để xem kết luận và các tồn tại phải khắc phục.`,
      };
    case 'cancelled':
      return { subject: 'Cuộc kiểm tra đã hủy', sentence: `${what}: đã hủy.${afterReason(facts.reason)}` };
    default:
      return {
        subject: 'Có cuộc kiểm tra ngoài chương trình',
        sentence: `${what}: ${facts.by} dự kiến kiểm tra từ ngày ${dateText(facts.day)}.`,
      };
  }
}

function findingSaid(facts: Extract<MessageFacts, { about: 'finding' }>): Said {
  const what = `Tồn tại số ${facts.position} của ${facts.unit}`;
  switch (facts.stage) {
    case 'answered':
      return { subject: 'Có kết quả khắc phục chờ xem xét', sentence: `${what}: đơn vị đã báo cáo kết quả khắc phục.` };
    case 'closed':
      return { subject: 'Đã xác nhận khắc phục', sentence: `${what}: đã xác nhận khắc phục xong.` };
    default:
      return { subject: 'Phải khắc phục lại', sentence: `${what}: phải khắc phục lại.${afterReason(facts.reason)}` };
  }
}

type Place = { readonly base: string; readonly link: string };

/** `base` is where the product is reached. */
export function letterText(
  facts: MessageFacts,
  { base, link }: Place,
): { readonly subject: string; readonly text: string } {
  const { subject, sentence } = saidOf(facts);
  const lines = facts.about === 'duties' && facts.count > 1 ? `\n\n${dutyLines(facts, base)}` : '';
  const text = `Kính gửi ông/bà,\n\n${sentence}${lines}\n\nXem tại: ${base}${link}\n\n${endOf(facts, base)}\n`;
  return { subject, text };
}

function endOf(facts: MessageFacts, base: string): string {
  const automatic = 'Thư này do hệ thống gửi tự động, không cần trả lời.';
  return facts.about === 'duties' && facts.why === 'digest'
    ? `${automatic} Không muốn nhận thư tổng hợp hằng ngày, ông/bà chọn tại: ${base}/don-doc/lich`
    : automatic;
}

/** One duty as a line: what, whose, by when. */
export function dutyLineText(line: DutyLine): string {
  const due = line.dueOn === null ? standingText(line) : `hạn ${dueText(line)}, ${standingText(line)}`;
  return `${dutyText(line)} (${line.unit}): ${due}`;
}

function dutyLines({ lines, count }: DutiesFacts, base: string): string {
  const said = lines.map((line) => `- ${dutyLineText(line)}\n  ${base}${line.href}`);
  const more = count > lines.length ? [`- và ${count - lines.length} nhiệm vụ khác`] : [];
  return [...said, ...more].join('\n');
}

function dutiesSaid({ why, from, count, late, units, lines }: DutiesFacts): Said {
  const [only] = lines;
  const what = count === 1 && only ? dutyLineText(only) : `${count} nhiệm vụ${late > 0 ? `, ${late} đã quá hạn` : ''}`;
  const where = count > 1 && units > 1 ? `${what}, ở ${units} đơn vị` : what;
  switch (why) {
    case 'reminder':
      return {
        subject: late > 0 ? 'Đôn đốc: có nhiệm vụ quá hạn' : 'Nhắc nhiệm vụ đến hạn',
        sentence: `${from ?? 'Cơ quan theo dõi'} nhắc: ${where}.`,
      };
    case 'digest':
      return {
        subject: late > 0 ? `Việc cần làm: ${late} việc quá hạn` : 'Việc cần làm sắp đến hạn',
        sentence: `Ông/bà phụ trách ${where}.`,
      };
    case 'head':
      return {
        subject: 'Nhiệm vụ của đơn vị quá hạn, báo thủ trưởng',
        sentence: `Nhiệm vụ quá hạn chưa thực hiện: ${where}.`,
      };
    case 'appraiser':
      return {
        subject: `Nhiệm vụ quá hạn kéo dài ở ${units === 1 && only ? only.unit : `${units} đơn vị`}`,
        sentence: `Đã nhắc đơn vị và báo thủ trưởng, vẫn chưa thực hiện: ${where}.`,
      };
  }
}

export const messagesText = {
  title: (unread: number) => (unread === 0 ? 'Tin nhắn: không có tin chưa đọc' : `Tin nhắn: ${unread} tin chưa đọc`),
  caption: 'Tin nhắn, mới nhất ở trên',
  when: 'Lúc',
  what: 'Nội dung',
  state: 'Tình trạng',
  read: 'Đã đọc',
  unread: 'Chưa đọc',
  open: 'Mở',
  markOne: 'Đánh dấu đã đọc',
  markAll: 'Đánh dấu tất cả đã đọc',
  emptyWhat:
    'Tin về số liệu chờ xác nhận, số liệu bị trả lại, chỉ tiêu được giao, việc đến hạn và thay đổi tài khoản sẽ hiện ở đây.',
  emptyWhy: 'Hiện chưa có tin nào gửi tới ông/bà.',
} as const;
