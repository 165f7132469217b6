import { Actions, Button } from '../../app/ui/Button.tsx';
import { Field } from '../../app/ui/Field.tsx';
import { Form } from '../../app/ui/Form.tsx';
import { Notice } from '../../app/ui/Notice.tsx';
import { Page } from '../../app/ui/Page.tsx';

export function SignInPage() {
  return (
    <Page title="Đăng nhập" lead="Dùng tài khoản do đơn vị cấp.">
      <Notice kind="refusal">Tên đăng nhập hoặc mật khẩu không đúng. Sau 5 lần sai, tài khoản tạm khóa 15 phút.</Notice>
      <Form>
        <Field name="username" label="Tên đăng nhập" autoComplete="username" value="nguoi.mau.mot" />
        <Field type="password" name="password" label="Mật khẩu" autoComplete="current-password" />
        <Actions>
          <Button>Đăng nhập</Button>
          <a href="/quen-mat-khau">Quên mật khẩu</a>
        </Actions>
      </Form>
    </Page>
  );
}
